import type { TypedGuardian } from './GuardianInputs';

type Errors = { name?: string; phone?: string };

/**
 * The guardians of a form that say something. The server counts only these,
 * so its sentences are led back to the lines on the screen.
 */
export function written(guardians: TypedGuardian[]) {
  const kept = guardians.filter(({ name, phone }) => name.trim() !== '' || phone.trim() !== '');
  const errorsOf = (id: string, errors: Record<string, string>): Errors => {
    const at = kept.findIndex((guardian) => guardian.id === id);
    return at < 0 ? {} : { name: errors[`guardians.${at}.name`], phone: errors[`guardians.${at}.phone`] };
  };
  return { kept, errorsOf };
}
