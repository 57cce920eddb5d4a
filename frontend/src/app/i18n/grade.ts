import type { i18n } from 'i18next';

/**
 * Writes how well a rule is proven in one way everywhere: `{{grade, grade}}`
 * in a message. A bare letter says nothing to who runs a nursery, and two
 * letters mean that two kinds of source agree.
 */
export function writeGrades(language: i18n): void {
  language.services.formatter?.add('grade', (grade: unknown, lng) => {
    const say = language.getFixedT(lng ?? language.language);
    if (grade === 'own') return say('app.grade_own');
    const each = String(grade)
      .split(/[+/]/)
      .map((part) => say(`app.grade_${part.replace('(draft)', '_draft')}`, { defaultValue: part }));
    return say('app.grade', { what: each.join(say('app.grade_and')) });
  });
}
