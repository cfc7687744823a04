import { Button, Flex } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { useRef } from 'react';

import { useSendFile } from '../desk/use-send-file';
import { RefusalNotice } from './notices';
import { Progress } from './progress';

/** A button that sends a file to a route of the desk, with a bar that moves and the refusal in place. */
export function FileButton({
  label,
  path,
  accept,
  inputLabel,
  onSent,
}: {
  readonly label: string;
  readonly path: string;
  readonly accept: string;
  /** Says of what thing the file is: there are many such buttons on a page. */
  readonly inputLabel: string;
  readonly onSent: () => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const { share, refusal, send } = useSendFile(path);

  const choose = async (file: File | undefined) => {
    if (file !== undefined && (await send(file))) onSent();
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
      {share === null ? (
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
        <Progress label="Envoi du fichier" percent={share * 100} />
      )}
      <RefusalNotice refusal={refusal} title="Le fichier n’a pas été pris" />
    </Flex>
  );
}
