import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRight } from '@/api/me';
import { useSentence } from '@/api/sentence';
import { Backups } from '@/features/backup/Backups';
import { NurseryCalendar } from '@/features/calendar/NurseryCalendar';
import { ExportButton } from '@/features/lists/ExportButton';
import { Lists } from '@/features/lists/Lists';
import { Changes } from '@/features/nursery/Changes';
import { useCatalogue, useProfile } from '@/features/nursery/nursery.api';
import { Papers } from '@/features/nursery/Papers';
import { PlacesCard } from '@/features/nursery/PlacesCard';
import { ProfileForm } from '@/features/nursery/ProfileForm';
import { Rooms } from '@/features/nursery/Rooms';
import { Rules } from '@/features/rules/Rules';
import { About } from '@/features/start/About';
import { Button, Loading, Notice, Page, Tabs, toast } from '@/ui';
import { openFolder, saveFile, useShellInfo } from '../../shell';

const tabs = ['nursery', 'rooms', 'papers', 'changes', 'calendar', 'lists', 'backup', 'rules', 'about'] as const;
const kept = ['papers', 'changes', 'lists'];

/** The tabs that show a list which goes out as a workbook. */
const listed: Record<string, string> = { rooms: 'rooms', papers: 'papers', calendar: 'calendar' };

/** What the nursery says of itself, the rules it is reckoned with, and where its data lies. */
export function SettingsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { tab } = useParams({ strict: false });
  const keepsBackups = useRight('backup.manage');
  const keepsProfile = useRight('nursery.write');
  const offered = tabs.filter((each) => (each !== 'backup' || keepsBackups) && (!kept.includes(each) || keepsProfile));
  const shown = offered.find((each) => each === tab) ?? 'nursery';
  return (
    <Page
      title={t('app.nav_settings')}
      actions={
        keepsProfile &&
        listed[shown] && <ExportButton list={listed[shown]} name={t(`app.settings_${shown}`)} saveFile={saveFile} />
      }
    >
      <Tabs
        label={t('app.nav_settings')}
        tabs={offered.map((key) => ({ key, label: t(`app.settings_${key}`) }))}
        value={shown}
        onChange={(key) => void navigate({ to: '/settings/$tab', params: { tab: key }, replace: true })}
      />
      {['nursery', 'rooms', 'papers', 'changes'].includes(shown) && <NurserySettings tab={shown} />}
      {shown === 'backup' && <BackupSettings />}
      {shown === 'calendar' && <NurseryCalendar />}
      {shown === 'lists' && <Lists saveFile={saveFile} />}
      {shown === 'rules' && <Rules />}
      {shown === 'about' && <AboutSettings />}
    </Page>
  );
}

function NurserySettings({ tab }: { tab: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const readOnly = !useRight('nursery.write');
  const { field } = useSearch({ strict: false });
  const profile = useProfile();
  const catalogue = useCatalogue();
  const failed = [profile, catalogue].find(({ isError }) => isError);
  if (failed) {
    return (
      <Notice tone="bad" alert action={<Button onClick={() => void failed.refetch()}>{t('app.retry')}</Button>}>
        {sentence(failed.error)}
      </Notice>
    );
  }
  if (!profile.data || !catalogue.data) return <Loading label={t('app.loading')} />;
  const shared = { catalogue: catalogue.data, readOnly };
  if (tab === 'rooms') return <Rooms {...shared} address={profile.data.address} />;
  if (tab === 'papers') return <Papers catalogue={catalogue.data} field={field} saveFile={saveFile} />;
  if (tab === 'changes') return <Changes catalogue={catalogue.data} />;
  // Who came to close one gap of a return goes back to it.
  const back = field ? { label: t('app.settings_back'), run: () => window.history.back() } : undefined;
  return (
    <>
      <PlacesCard />
      <ProfileForm
        {...shared}
        profile={profile.data}
        field={field}
        onSaved={() => toast(t('nursery.saved'), 'ok', back)}
      />
    </>
  );
}

/** Shows a folder of the program; undefined in a browser. */
function useOpenFolder(): ((path: string) => void) | undefined {
  const sentence = useSentence();
  const shell = useShellInfo();
  return shell ? (path) => void openFolder(path).catch((error: unknown) => toast(sentence(error), 'bad')) : undefined;
}

function BackupSettings() {
  const shell = useShellInfo();
  const open = useOpenFolder();
  return <Backups onOpenFolder={shell && open ? () => open(shell.backupDir) : undefined} />;
}

function AboutSettings() {
  const shell = useShellInfo();
  const open = useOpenFolder();
  return <About openFolder={open} logDir={shell?.logDir} />;
}
