/** The settings: office, staff, security, backup, morning list, retention, appearance. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useText } from '../../lib/text.tsx';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { BackupTab } from './backup-tab.tsx';
import { LimitsTab } from './limits-tab.tsx';
import { LookTab } from './look-tab.tsx';
import { OfficeTab } from './office-tab.tsx';
import { RetentionTab } from './retention-tab.tsx';
import { SecurityTab } from './security-tab.tsx';
import { StaffTab } from './staff-tab.tsx';

export function SettingsPage() {
  const text = useText();
  const { tabs } = text.settings;
  const navigate = useNavigate();
  const { tab = 'office' } = useSearch({ from: '__root__' });
  return (
    <Page title={text.frame.pages.settings} isFilled>
      <Tabs
        label={text.frame.pages.settings}
        chosen={tab}
        onChoose={(next) =>
          void navigate({ to: '.', replace: true, search: ({ property }) => ({ property, tab: next }) })
        }
        views={[
          { id: 'office', label: tabs.office, content: <OfficeTab /> },
          { id: 'staff', label: tabs.staff, content: <StaffTab /> },
          { id: 'security', label: tabs.security, content: <SecurityTab /> },
          { id: 'backup', label: tabs.backup, content: <BackupTab /> },
          { id: 'limits', label: tabs.limits, content: <LimitsTab /> },
          { id: 'retention', label: tabs.retention, content: <RetentionTab /> },
          { id: 'look', label: tabs.look, content: <LookTab /> },
        ]}
      />
    </Page>
  );
}
