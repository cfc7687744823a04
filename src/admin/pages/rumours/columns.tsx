import styled from 'styled-components';

/** Fields side by side where there is room. */
export const Columns = styled.div`
  display: grid;
  gap: 1.6rem;
  align-items: start;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr));
`;
