import type { AudiogramShape } from '../../domain/audio';
import type { Language } from '../../domain/shared';
import { readAudiograms } from '../audiogram';
import type { Ports } from '../../composition/ports';

/** A film that a post may show. */
export type FilmChoice = {
  readonly audiogramId: string;
  readonly spotCode: string;
  readonly title: string;
  readonly language: Language;
  readonly shape: AudiogramShape;
};

/** Every film of a spot that is ready and that nobody holds back today. */
export async function readFilms(
  ports: Pick<
    Ports,
    'audiograms' | 'consents' | 'content' | 'settings' | 'spotVersions' | 'system'
  >,
): Promise<readonly FilmChoice[]> {
  const choices: FilmChoice[] = [];
  for (const { code, title, language } of await ports.content.spots()) {
    const view = await readAudiograms(ports, code);
    for (const { shape, audiogram } of view?.films ?? []) {
      if (audiogram?.state !== 'ready') continue;
      choices.push({ audiogramId: audiogram.id, spotCode: code, title, language, shape });
    }
  }
  return choices;
}
