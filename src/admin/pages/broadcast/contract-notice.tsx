import { Alert, Typography } from '@strapi/design-system';

import { SentenceList } from '../../parts/notices';

/** What the plan means for the stations' contracts: it stands in the way of nothing, and is to be known. */
export function ContractNotice({
  sentences,
  title,
  onClose,
}: {
  readonly sentences: readonly string[];
  /** What was done all the same; left out, nothing is written yet. */
  readonly title?: string;
  readonly onClose?: () => void;
}) {
  if (sentences.length === 0) return null;
  return (
    <div role="status">
      <Alert variant="warning" closeLabel="Fermer" {...(onClose === undefined ? {} : { onClose })}>
        <Typography fontWeight="bold" tag="p">
          {title ?? 'À voir avec les contrats'}
        </Typography>
        <SentenceList sentences={sentences} />
      </Alert>
    </div>
  );
}
