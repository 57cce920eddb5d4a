import { createContext, useContext } from 'react';
import type { components } from './schema';

export type Me = components['schemas']['IdentityMe'];
export type Right = Me['rights'][number];

const MeContext = createContext<Me | null>(null);

/** Filled by the app once somebody is signed in. */
export const MeProvider = MeContext.Provider;

/** Who is signed in; only for what stands behind the sign-in. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe outside of the signed-in part');
  return me;
}

export const useRight = (right: Right): boolean => useMe().rights.includes(right);
