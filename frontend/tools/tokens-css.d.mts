export function cssOf(tokens: unknown): string;
