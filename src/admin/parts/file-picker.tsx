import { Button, Flex } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { useRef } from 'react';

import type { Refusal } from '../desk/refusal';
import { RefusalNotice } from './notices';
import { Progress } from './progress';

export type FilePickerLabels = {
  readonly label: string;
  /** Says of what thing the file is: there are many such buttons on a page. */
  readonly inputLabel: string;
  readonly accept: string;
};

/** A button that opens the choice of a file, the bar of the one on its way, and its refusal in place. */
export function FilePicker({
  label,
  inputLabel,
  accept,
  progress,
  refusal,
  onChosen,
}: FilePickerLabels & {
  /** Null while nothing is on its way. */
  readonly progress: { readonly percent: number; readonly note?: string } | null;
  readonly refusal: Refusal | null;
  readonly onChosen: (file: File) => Promise<void>;
}) {
  const input = useRef<HTMLInputElement>(null);

  const choose = async (file: File | undefined) => {
    if (file !== undefined) await onChosen(file);
    // The same file may be chosen again, after it was mended.
    if (input.current !== null) input.current.value = '';
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label={inputLabel}
        hidden
        onChange={(event) => void choose(event.target.files?.[0])}
      />
      {progress === null ? (
        <div>
          <Button
            variant="secondary"
            startIcon={<Upload />}
            aria-label={inputLabel}
            onClick={() => input.current?.click()}
          >
            {label}
          </Button>
        </div>
      ) : (
        <Progress label="Envoi du fichier" {...progress} />
      )}
      <RefusalNotice refusal={refusal} title="Le fichier n’a pas été pris" />
    </Flex>
  );
}
