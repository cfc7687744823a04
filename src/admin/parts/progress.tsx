import { Flex, ProgressBar, Typography } from '@strapi/design-system';

/** How far something is, as a bar and in words. */
export function Progress({
  label,
  percent,
  note = '',
}: {
  readonly label: string;
  readonly percent: number;
  /** How long it may take, or what it waits for. */
  readonly note?: string;
}) {
  const whole = Math.round(Math.min(100, Math.max(0, percent)));
  return (
    <Flex direction="column" alignItems="stretch" gap={1} aria-live="polite">
      <Typography variant="pi">
        {label} : {whole} %
      </Typography>
      <ProgressBar value={whole} aria-label={label} size="S" style={{ width: '100%' }} />
      {note !== '' && <Typography variant="pi">{note}</Typography>}
    </Flex>
  );
}
