/** The start page of an empty office: four steps to the first bill. */
import { useNavigate } from '@tanstack/react-router';
import { Building2, ClipboardPaste, RefreshCw, UserRoundPlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useText } from '../../lib/text.tsx';

export function NextSteps() {
  const text = useText();
  const navigate = useNavigate();
  const { steps } = text.start;
  return (
    <section className="section" aria-labelledby="next-steps">
      <h2 id="next-steps">{text.start.nextSteps}</h2>
      <div className="ways next-steps">
        <Step
          icon={<Building2 size={22} aria-hidden />}
          title={steps.property}
          explanation={steps.propertyText}
          onPress={() => void navigate({ to: '/properties', search: { create: true } })}
        />
        <Step
          icon={<ClipboardPaste size={22} aria-hidden />}
          title={steps.tenants}
          explanation={steps.tenantsText}
          onPress={() => void navigate({ to: '/tenancies' })}
        />
        <Step
          icon={<RefreshCw size={22} aria-hidden />}
          title={steps.source}
          explanation={steps.sourceText}
          onPress={() => void navigate({ to: '/pull' })}
        />
        <Step
          icon={<UserRoundPlus size={22} aria-hidden />}
          title={steps.staff}
          explanation={steps.staffText}
          onPress={() => void navigate({ to: '/settings', search: { tab: 'staff' } })}
        />
      </div>
    </section>
  );
}

interface StepProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly explanation: string;
  readonly onPress: () => void;
}

function Step({ icon, title, explanation, onPress }: StepProps) {
  return (
    <Button className="way" onPress={onPress}>
      {icon}
      <span>
        <strong>{title}</strong>
        <span className="muted">{explanation}</span>
      </span>
    </Button>
  );
}
