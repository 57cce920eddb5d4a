type Texts<T> = { [Key in keyof T]: T[Key] extends string ? Key : never }[keyof T] & string;

/**
 * Ties inputs to what was typed: `text` for inputs that give events, `value`
 * for those that give the value itself.
 */
export const inputs = <T extends object>(typed: T, set: (typed: T) => void, errors: Record<string, string>) => ({
  text: (field: Texts<T>, error: string = field) => ({
    value: typed[field] as string,
    error: errors[error],
    onChange: (event: { target: { value: string } }) => set({ ...typed, [field]: event.target.value }),
  }),
  value: (field: Texts<T>, error: string = field) => ({
    value: typed[field] as string,
    error: errors[error],
    onChange: (value: string) => set({ ...typed, [field]: value }),
  }),
});
