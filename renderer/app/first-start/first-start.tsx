/** The first start: begin anew, restore a backup, or look at the demo. */
import { Archive, DoorOpen, House } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useText } from '../../lib/text.tsx';
import { AccessSheet } from '../access/access-sheet.tsx';
import { DemoStart } from './demo-start.tsx';
import { NewOffice } from './new-office.tsx';
import { RestoreOffice } from './restore-office.tsx';

type Way = 'begin' | 'restore' | 'demo';

export function FirstStart() {
  const [way, setWay] = useState<Way | null>(null);
  const goBack = (): void => setWay(null);
  if (way === 'begin') return <NewOffice onBack={goBack} />;
  if (way === 'restore') return <RestoreOffice onBack={goBack} />;
  if (way === 'demo') return <DemoStart onBack={goBack} />;
  return <Welcome onChoose={setWay} />;
}

function Welcome({ onChoose }: { readonly onChoose: (way: Way) => void }) {
  const text = useText();
  return (
    <AccessSheet title={text.access.welcome}>
      <p>{text.access.welcomeText}</p>
      <div className="ways">
        <WayButton
          icon={<DoorOpen size={22} aria-hidden />}
          title={text.access.begin}
          explanation={text.access.beginText}
          onPress={() => onChoose('begin')}
        />
        <WayButton
          icon={<Archive size={22} aria-hidden />}
          title={text.access.restore}
          explanation={text.access.restoreText}
          onPress={() => onChoose('restore')}
        />
        <WayButton
          icon={<House size={22} aria-hidden />}
          title={text.access.demo}
          explanation={text.access.demoText}
          onPress={() => onChoose('demo')}
        />
      </div>
    </AccessSheet>
  );
}

interface WayButtonProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly explanation: string;
  readonly onPress: () => void;
}

function WayButton({ icon, title, explanation, onPress }: WayButtonProps) {
  return (
    <AriaButton className="way" onPress={onPress}>
      {icon}
      <span>
        <strong>{title}</strong>
        <span className="muted">{explanation}</span>
      </span>
    </AriaButton>
  );
}
