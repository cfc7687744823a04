/** What ffmpeg said of its input, in its log, before it decoded anything. */
export type InputAccount = {
  readonly container: string;
  readonly codec: string;
  readonly channels: 1 | 2;
  readonly sampleRateHz: number;
  /** To a hundredth. */
  readonly saidSeconds: number;
};

export type AccountSoFar =
  | { readonly kind: 'reading' }
  | { readonly kind: 'plain'; readonly account: InputAccount }
  /** Not what most recordings are: ffprobe is asked, who answers in full. */
  | { readonly kind: 'unusual' };

const CHANNELS: Readonly<Record<string, 1 | 2>> = {
  mono: 1,
  '1 channels': 1,
  stereo: 2,
  '2 channels': 2,
};

/** The account ends where ffmpeg turns to what it was asked to do. */
const END = /^(Stream mapping:|Output #|Press \[q\])/;
const CONTAINER = /^Input #0, ([\w,]+), from '/;
const DURATION = /^ {2}Duration: (\d+):(\d\d):(\d\d\.\d+)/;
/** Whose words a recording's own metadata cannot imitate: ffmpeg sets those further in, line by line. */
const STREAM = /^ {2}Stream #0:\d+\S*: (\w+): (\w+).*?(?:, (\d+) Hz, ([^,]+))?(?:,|$)/;
/** Noise can look like MP3 for a moment; then nothing fits together. */
const isRate = (hertz: number) => hertz >= 4_000 && hertz <= 768_000;

/**
 * Reads ffmpeg's account of its input line by line, as it comes: for a recording as most are (one stream of sound, one or
 * two channels, a stated length) that makes a run of ffprobe needless, a tenth of the work on half a minute.
 */
export class InputReader {
  private container: string | null = null;
  private saidSeconds: number | null = null;
  private sound: Pick<InputAccount, 'codec' | 'channels' | 'sampleRateHz'> | null = null;
  private answer: AccountSoFar = { kind: 'reading' };

  take(line: string): AccountSoFar {
    if (this.answer.kind === 'reading') this.answer = this.after(line);
    return this.answer;
  }

  private after(line: string): AccountSoFar {
    // A length guessed from the size is no stated length.
    if (line.includes('Estimating duration from bitrate')) return { kind: 'unusual' };
    if (END.test(line)) return this.end();
    this.container ??= CONTAINER.exec(line)?.[1] ?? null;
    const said = DURATION.exec(line);
    if (said !== null) {
      this.saidSeconds = Number(said[1]) * 3600 + Number(said[2]) * 60 + Number(said[3]);
    }
    return /^ {2}Stream #0:/.test(line) ? this.stream(line) : { kind: 'reading' };
  }

  private stream(line: string): AccountSoFar {
    const [, kind, codec, rate, layout = ''] = STREAM.exec(line) ?? [];
    const channels = CHANNELS[layout];
    const sampleRateHz = Number(rate);
    if (
      this.sound !== null ||
      kind !== 'Audio' ||
      codec === undefined ||
      channels === undefined ||
      !isRate(sampleRateHz)
    ) {
      return { kind: 'unusual' };
    }
    this.sound = { codec, channels, sampleRateHz };
    return { kind: 'reading' };
  }

  private end(): AccountSoFar {
    const { container, saidSeconds, sound } = this;
    // A bare AMR file states no length; what ffmpeg says is its guess.
    if (container === null || container === 'amr' || sound === null) return { kind: 'unusual' };
    if (saidSeconds === null || saidSeconds <= 0) return { kind: 'unusual' };
    return { kind: 'plain', account: { container, saidSeconds, ...sound } };
  }
}
