import { useTranslation } from 'react-i18next';
import type { BoardChild } from '@/features/dailylog/dailylog.api';
import { LeaveDialog } from '@/features/roster/time/LeaveDialog';
import { LeaveStepDialog } from '@/features/roster/time/LeaveStepDialog';
import { toast } from '@/ui';

interface Props {
  child: BoardChild;
  day: string;
  onClose: () => void;
}

/** A leave told at the door: a new one, or what becomes of the one that covers the day. */
export function BoardLeave({ child, day, onClose }: Props) {
  const { t } = useTranslation();
  const done = (key: string) => () => {
    onClose();
    toast(t(key), 'ok');
  };
  return child.leave ? (
    <LeaveStepDialog child={child} leave={child.leave} onClose={onClose} onDone={done('time.step_done')} />
  ) : (
    <LeaveDialog child={child} from={day} onClose={onClose} onDone={done('roster.leave_taken')} />
  );
}
