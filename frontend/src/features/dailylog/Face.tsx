import { childFace, personFace, usePhoto } from '@/api/photo';
import { Avatar } from '@/ui';
import type { BoardChild, Collector } from './dailylog.api';

/** A child's face on the board, a sprout while there is none. */
export const Face = ({ child }: { child: BoardChild }) => (
  <Avatar seed={child.id} photo={usePhoto(childFace(child.id), child.photo)} size="small" />
);

/** The face that somebody at the door compares with the person in front of them. */
export const CollectorFace = ({ childId, collector: { id, photo } }: { childId: string; collector: Collector }) => (
  <Avatar seed={id} photo={usePhoto(personFace(childId, id), photo)} size="large" />
);
