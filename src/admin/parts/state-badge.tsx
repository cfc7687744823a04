import styled from 'styled-components';

export type Tone = 'good' | 'busy' | 'warning' | 'bad' | 'quiet';

const PALETTE = {
  good: ['success100', 'success700'],
  busy: ['primary100', 'primary600'],
  // Amber on amber is below 4.5:1: the words stay dark.
  warning: ['warning200', 'neutral800'],
  bad: ['danger100', 'danger700'],
  quiet: ['neutral150', 'neutral700'],
} as const;

const Pill = styled.span<{ readonly $tone: Tone }>`
  display: inline-block;
  padding: 0.2rem 0.8rem;
  border-radius: 1.2rem;
  font-size: 1.3rem;
  font-weight: 600;
  line-height: 1.5;
  background: ${({ theme, $tone }) => theme.colors[PALETTE[$tone][0]]};
  color: ${({ theme, $tone }) => theme.colors[PALETTE[$tone][1]]};
`;

/** A state in one or two words. The words tell it; the colour only helps the eye. */
export function StateBadge({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return <Pill $tone={tone}>{children}</Pill>;
}
