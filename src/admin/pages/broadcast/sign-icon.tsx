import { Check, Clock, Cross, Download, Lock, WarningCircle } from '@strapi/icons';
import type { ComponentType, SVGProps } from 'react';

import type { SlotSign } from './slot-state';

const ICONS: Readonly<Record<SlotSign, ComponentType<SVGProps<SVGSVGElement>>>> = {
  confirmed: Check,
  missed: Cross,
  unanswered: WarningCircle,
  'held-back': Lock,
  downloaded: Download,
  'to-fetch': Clock,
};

/** The shape of a sign: colour alone tells nothing to many eyes, or on a printed page. The word stands beside it. */
export function SignIcon({ sign }: { readonly sign: SlotSign }) {
  const Icon = ICONS[sign];
  return <Icon width="1.2rem" height="1.2rem" aria-hidden focusable={false} />;
}
