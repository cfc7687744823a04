import { useSendFile } from '../desk/use-send-file';
import { FilePicker, type FilePickerLabels } from './file-picker';

/** A button that sends a small file to a route of the desk in one go. */
export function FileButton({
  path,
  onSent,
  ...labels
}: FilePickerLabels & { readonly path: string; readonly onSent: () => void }) {
  const { share, refusal, send } = useSendFile(path);
  return (
    <FilePicker
      {...labels}
      progress={share === null ? null : { percent: share * 100 }}
      refusal={refusal}
      onChosen={async (file) => {
        if (await send(file)) onSent();
      }}
    />
  );
}
