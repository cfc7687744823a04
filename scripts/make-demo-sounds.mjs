/**
 * Makes the example sounds in media/demo/ again: `node scripts/make-demo-sounds.mjs`. Needs `espeak-ng` and `ffmpeg` on
 * the machine; the demo itself needs neither the script nor espeak-ng, the sounds are kept in git.
 * What each sound is, and what it is not, is in media/README.md.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const target = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../media/demo');

/**
 * No free voice speaks Bambara or Soninke. The Swahili voice reads the drafts: like them it writes nearly every sound with
 * one letter, which is nearer than French rules would come.
 */
const SPOTS = [
  {
    name: 'spot-fr.mp3',
    voice: 'fr+f2',
    text: 'Avant de partir, informe-toi. La route du désert est longue et dangereuse, et les passeurs ne disent pas tout. Tu as des droits, où que tu sois. Parles-en avec ta famille, et appelle le numéro d’aide avant de décider.',
    gainDb: 0,
  },
  {
    name: 'spot-bm.mp3',
    voice: 'sw',
    text: 'Sani i ka taa, kunnafoni nyini. Chenchenkungo sira ka jan, farati be a la. Josariyaw be i bolo i be yoro o yoro. A fo i ka denbaya ye, ka deme nimoro wele.',
    gainDb: -4,
  },
  {
    name: 'spot-snk.mp3',
    voice: 'sw+f3',
    text: 'Katta telle, khibaaru mundu. Kille ke giri, a nga khatara. An da hake kita noku su. A ko an kaa ya, deemandaana khiri.',
    gainDb: -3,
  },
  {
    name: 'too-quiet.mp3',
    voice: 'fr+f2',
    text: 'Cette voix est beaucoup trop loin du micro. Personne ne pourra la comprendre à la radio.',
    gainDb: -30,
  },
];

const scratch = mkdtempSync(path.join(os.tmpdir(), 'demo-sounds-'));
try {
  for (const { name, voice, text, gainDb } of SPOTS) {
    const spoken = path.join(scratch, 'spoken.wav');
    execFileSync('espeak-ng', ['-v', voice, '-s', '140', '-w', spoken, text]);
    execFileSync('ffmpeg', [
      ...['-nostdin', '-v', 'error', '-y', '-i', spoken],
      ...['-af', `volume=${gainDb}dB,apad=pad_dur=0.4`],
      ...['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact'],
      ...['-c:a', 'libmp3lame', '-b:a', '24k', '-ar', '16000', '-ac', '1', path.join(target, name)],
    ]);
  }
} finally {
  rmSync(scratch, { recursive: true });
}

writeFileSync(
  path.join(target, 'not-a-sound.mp3'),
  'Ceci n’est pas un son : c’est un texte dont le nom finit par .mp3, comme il en arrive par erreur.\n',
);
