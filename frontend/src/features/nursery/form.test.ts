import { describe, expect, it } from 'vitest';
import { changedFields, readTime, sectionWith, toEdit, toTyped, unreadable } from './form';
import type { Profile } from './nursery.api';

const profile = {
  name: '小芽',
  areaDm2: 86_000,
  indoorDm2: null,
  outdoorDm2: 0,
  registeredPlaces: 60,
  inclusivePlaces: null,
  usablePlaces: 0,
  serviceModes: ['full'],
  hours: [],
  revision: 3,
} as unknown as Profile;

describe('the profile as it is typed', () => {
  it('comes back as it was', () => {
    expect(toEdit(toTyped(profile))).toEqual(profile);
    expect(changedFields(profile, toTyped(profile))).toEqual([]);
  });

  it('keeps 0 and not recorded apart', () => {
    const typed = { ...toTyped(profile), usablePlaces: '', inclusivePlaces: '0' };
    expect(toEdit(typed)).toMatchObject({ usablePlaces: null, inclusivePlaces: 0 });
    expect(changedFields(profile, typed)).toEqual(['inclusivePlaces', 'usablePlaces']);
  });

  it('names what is no figure instead of dropping it', () => {
    expect(unreadable({ ...toTyped(profile), indoorDm2: '约 800', registeredPlaces: '六十' })).toEqual([
      'indoorDm2',
      'registeredPlaces',
    ]);
  });

  it('sends the ID number only when it was typed', () => {
    expect(toEdit(toTyped(profile))).not.toHaveProperty('legalPersonId');
    expect(toEdit({ ...toTyped(profile), legalPersonId: '' })).toHaveProperty('legalPersonId', '');
  });

  it('reads a time as people type it and leaves what is none', () => {
    expect(['7:30', '730', '１８：００', '08:05', '早上'].map(readTime)).toEqual([
      '07:30',
      '07:30',
      '18:00',
      '08:05',
      '早上',
    ]);
  });

  it('stands in sections that a link finds', () => {
    expect([
      sectionWith('phone'),
      sectionWith('areaDm2'),
      sectionWith('registrationNumber'),
      sectionWith(undefined),
    ]).toEqual(['people', 'premises', 'registration', 'registration']);
  });
});
