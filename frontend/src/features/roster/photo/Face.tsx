import { childFace, usePhoto } from '@/api/photo';
import { Avatar } from '@/ui';

interface Props {
  child: { id: string; photo?: string };
  size?: 'small' | 'normal' | 'large';
}

/** A child's face, a sprout while there is none. */
export const Face = ({ child, size }: Props) => (
  <Avatar seed={child.id} photo={usePhoto(childFace(child.id), child.photo ?? '')} size={size} />
);
