import type { Voicing } from '../../domain/audio';
import { sendingNote } from '../../wording/uploads';
import { useSendSound } from '../desk/use-send-sound';
import { FilePicker, type FilePickerLabels } from './file-picker';

/** A button that sends a spot's sound in pieces: a cut is mended by itself, and the time left is told. */
export function SoundButton({
  spotCode,
  voicing,
  onSent,
  ...labels
}: FilePickerLabels & {
  readonly spotCode: string;
  /** Whose voice it is, where a witness is protected. */
  readonly voicing?: Voicing;
  readonly onSent: () => void;
}) {
  const { sending, refusal, send } = useSendSound(spotCode, voicing);
  return (
    <FilePicker
      {...labels}
      progress={
        sending === null ? null : { percent: sending.share * 100, note: sendingNote(sending) }
      }
      refusal={refusal}
      onChosen={async (file) => {
        if (await send(file)) onSent();
      }}
    />
  );
}
