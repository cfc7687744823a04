/** Why a recording cannot be used, or what to mind. Each carries what was measured and what was expected. */
export type VerdictReason =
  | { readonly kind: 'not-a-sound' }
  | { readonly kind: 'format-not-accepted'; readonly container: string; readonly codec: string }
  | { readonly kind: 'too-long'; readonly measuredSeconds: number; readonly maximumSeconds: number }
  | {
      readonly kind: 'too-short';
      readonly measuredSeconds: number;
      readonly minimumSeconds: number;
    }
  | { readonly kind: 'too-many-channels'; readonly measured: number; readonly maximum: number }
  | {
      readonly kind: 'truncated';
      readonly declaredSeconds: number;
      readonly decodedSeconds: number;
    }
  | { readonly kind: 'silent' }
  | { readonly kind: 'too-quiet'; readonly measuredLufs: number; readonly minimumLufs: number }
  | { readonly kind: 'quiet'; readonly measuredLufs: number; readonly minimumLufs: number }
  | {
      readonly kind: 'uneven-level';
      readonly measuredCrestLu: number;
      readonly maximumCrestLu: number;
    }
  | { readonly kind: 'clipped'; readonly measuredDbtp: number; readonly maximumDbtp: number }
  | {
      readonly kind: 'silent-head';
      readonly measuredSeconds: number;
      readonly maximumSeconds: number;
    }
  | {
      readonly kind: 'silent-tail';
      readonly measuredSeconds: number;
      readonly maximumSeconds: number;
    }
  | {
      readonly kind: 'inner-silence';
      readonly measuredSeconds: number;
      readonly maximumSeconds: number;
    }
  /** The sound is taken from the live channel. */
  | {
      readonly kind: 'one-ear';
      readonly channel: 'left' | 'right';
      readonly measuredDifferenceDb: number;
      readonly maximumDifferenceDb: number;
    }
  /** The sound is taken from the left channel. */
  | {
      readonly kind: 'antiphase';
      readonly measuredCorrelation: number;
      readonly minimumCorrelation: number;
    }
  | {
      readonly kind: 'dc-offset';
      readonly measuredPercent: number;
      readonly maximumPercent: number;
    }
  | { readonly kind: 'noisy'; readonly measuredDb: number; readonly minimumDb: number }
  /** Known before encoding: no gain brings the recording to these profiles' loudness. */
  | {
      readonly kind: 'out-of-reach';
      readonly profileCodes: readonly string[];
      readonly measuredShortfallLu: number;
      readonly maximumShortfallLu: number;
    }
  /** Found after encoding: this profile's file missed its target and is held back from its stations. */
  | {
      readonly kind: 'off-target';
      readonly profileCode: string;
      readonly profileHash: string;
      readonly measuredLufs: number | null;
      readonly targetLufs: number;
      readonly measuredDbtp: number | null;
      readonly ceilingDbtp: number;
    };

/** The answer of the check: refused, or accepted with or without warnings. */
export type Verdict = {
  readonly grade: 'refused' | 'accepted-with-warnings' | 'accepted';
  readonly reasons: readonly VerdictReason[];
};
