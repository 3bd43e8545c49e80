import { createContext, use } from 'react';
import type { Me, Right } from '../contract.ts';

const MeContext = createContext<Me | null>(null);
export const MeProvider = MeContext.Provider;

/** Who is signed in. Every page inside the frame has one. */
export function useMe(): Me {
  const me = use(MeContext);
  if (!me) throw new Error('useMe needs somebody signed in');
  return me;
}

/** Whether the reader holds a right. The server asks again; this only decides what is shown. */
export function holds(me: Me, right: Right): boolean {
  return me.rights.includes(right);
}
