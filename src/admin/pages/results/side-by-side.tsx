import styled from 'styled-components';

/** The picture and its table beside each other where there is room. */
export const SideBySide = styled.div`
  display: grid;
  gap: 2.4rem;
  align-items: start;
  grid-template-columns: minmax(0, 1fr);
  @media (min-width: 1200px) {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  }
`;
