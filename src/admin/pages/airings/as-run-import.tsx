import { Alert, Box, Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useRef, useState } from 'react';

import { AS_RUN_PROGRAM_NAMES } from '../../../wording/airings';
import { useDeskAction } from '../../desk/use-desk-action';
import type { StationOnWire } from '../../desk/wire';
import type { AsRunImportedOnWire, AsRunPreviewOnWire } from '../../desk/wire-airings';
import { Card } from '../../parts/card';
import { counted } from '../../parts/figures';
import { RefusalNotice } from '../../parts/notices';
import { AsRunPreview } from './as-run-preview';
import { StationChoice } from './station-choice';

type Seen = { readonly file: File; readonly preview: AsRunPreviewOnWire };

function formOf(file: File): FormData {
  const form = new FormData();
  form.append('file', file);
  return form;
}

/** A station's playout log: chosen or pasted, looked at line by line, then written into the ledger. */
export function AsRunImport({
  stations,
  onImported,
}: {
  readonly stations: readonly StationOnWire[];
  readonly onImported: () => void;
}) {
  const action = useDeskAction();
  const input = useRef<HTMLInputElement>(null);
  const [stationCode, setStationCode] = useState(stations[0]?.code ?? '');
  const [pasted, setPasted] = useState('');
  const [seen, setSeen] = useState<Seen | null>(null);
  const [done, setDone] = useState<string | null>(null);

  const look = async (file: File | undefined) => {
    if (file === undefined) return;
    setDone(null);
    setSeen(null);
    const preview = await action.run<AsRunPreviewOnWire>(
      `/desk/stations/${stationCode}/as-run/preview`,
      formOf(file),
    );
    if (preview !== null) setSeen({ file, preview });
    if (input.current !== null) input.current.value = '';
  };
  const write = async ({ file, preview }: Seen) => {
    const imported = await action.run<AsRunImportedOnWire>(
      `/desk/stations/${preview.stationCode}/as-run?fingerprint=${preview.fingerprint}`,
      formOf(file),
    );
    if (imported === null) return;
    setSeen(null);
    setPasted('');
    setDone(
      `C’est fait : ${counted(imported.added, 'diffusion ajoutée au registre', 'diffusions ajoutées au registre')}.`,
    );
    onImported();
  };
  return (
    <Card title="Importer un relevé de diffusion">
      <Typography textColor="neutral600">
        L’historique exporté de LibreTime, AzuraCast ou RadioDJ (CSV), ou des lignes collées : date,
        heure, titre. Le code du spot doit être en tête du titre. Rien n’est écrit avant votre
        accord.
      </Typography>
      <Box maxWidth="40rem">
        <StationChoice
          stations={stations}
          value={stationCode}
          onChange={(code) => {
            setStationCode(code);
            setSeen(null);
          }}
        />
      </Box>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,.tsv,.log,text/*"
        aria-label="Fichier du relevé"
        hidden
        onChange={({ target }) => void look(target.files?.[0])}
      />
      <Field.Root
        name="pasted"
        hint="Une diffusion par ligne, par exemple : 01/12/2026 07:05 0042 Partir"
      >
        <Field.Label>Lignes collées</Field.Label>
        <Textarea
          rows={3}
          value={pasted}
          onChange={({ target }: { target: { value: string } }) => setPasted(target.value)}
        />
        <Field.Hint />
      </Field.Root>
      <Flex gap={2} wrap="wrap">
        <Button variant="secondary" loading={action.isBusy} onClick={() => input.current?.click()}>
          Choisir un fichier
        </Button>
        <Button
          variant="secondary"
          loading={action.isBusy}
          disabled={pasted.trim() === ''}
          onClick={() => void look(new File([pasted], 'lignes.txt', { type: 'text/plain' }))}
        >
          Voir les lignes collées
        </Button>
      </Flex>
      <RefusalNotice
        refusal={action.refusal}
        title="Le relevé n’a pas été pris"
        onClose={action.forget}
      />
      {done !== null && (
        <div role="status">
          <Alert variant="success" closeLabel="Fermer" onClose={() => setDone(null)}>
            {done}
          </Alert>
        </div>
      )}
      {seen !== null && (
        <>
          <Typography variant="delta" tag="h3">
            Aperçu : {AS_RUN_PROGRAM_NAMES[seen.preview.program]},{' '}
            {counted(seen.preview.lineCount, 'ligne', 'lignes')}
          </Typography>
          <AsRunPreview
            preview={seen.preview}
            isBusy={action.isBusy}
            onWrite={() => void write(seen)}
            onDrop={() => setSeen(null)}
          />
        </>
      )}
    </Card>
  );
}
