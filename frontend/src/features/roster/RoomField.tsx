import { useQuery } from '@tanstack/react-query';
import { type ComponentProps, useId } from 'react';
import { client, data } from '@/api/client';
import { TextField } from '@/ui';

/** Where a class or a group is: offers the nursery's own rooms, takes any other words. */
export function RoomField(props: ComponentProps<typeof TextField>) {
  const id = useId();
  const rooms = useQuery({ queryKey: ['nursery', 'rooms'], queryFn: () => data(client.GET('/api/nursery/rooms')) });
  const names = (rooms.data?.rooms ?? []).map(({ name }) => name);
  return (
    <>
      <TextField autoComplete="off" list={id} {...props} />
      <datalist id={id}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
