import { client, data } from '@/api/client';
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type Health = Schemas['RosterFile']['health'];
export type HealthBody = Schemas['HealthInBody'];

/** The eight classes of GB 7718-2025, in its order. */
export const allergens = ['gluten', 'crustacean', 'fish', 'egg', 'peanut', 'soy', 'milk', 'nut'];
export const diets = ['halal', 'vegetarian', 'no_pork', 'no_beef'];
export const illnesses = ['febrile', 'epilepsy', 'asthma', 'heart', 'g6pd', 'eczema'];

export const changeHealth = (id: string, body: HealthBody) =>
  data(client.PUT('/api/children/{id}/health', { params: { path: { id } }, body }));
