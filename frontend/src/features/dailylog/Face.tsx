import { usePhoto } from '@/api/photo';
import { Avatar } from '@/ui';
import type { BoardChild } from './dailylog.api';

/** A child's face on the board, a sprout while there is none. */
export const Face = ({ child }: { child: BoardChild }) => (
  <Avatar seed={child.id} photo={usePhoto(child.id, child.photo)} size="small" />
);
