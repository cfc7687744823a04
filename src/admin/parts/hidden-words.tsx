import styled from 'styled-components';

/** Words for who listens to the page: "Ouvrir la fiche" ten times over does not say of what. */
export const HiddenWords = styled.span`
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`;
