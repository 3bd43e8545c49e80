import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { alarmsQuery } from './calls.ts';
import { SoundChip, useBlocked } from './SoundControl.tsx';
import { useRinging } from './useRinging.ts';
import './notices.css';

const SILENCE: readonly never[] = [];

/** The sound of a wall on which nobody presses anything: rings for the alarms of whoever is signed in, and says when it cannot be heard. */
export function WallSound(): ReactElement | null {
  useRinging(useQuery(alarmsQuery).data?.items ?? SILENCE);
  return useBlocked() ? <SoundChip /> : null;
}
