/** What can be done with a meter, the same in the row menu, the context menu, the command box and on its page. */
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { MeterSummary } from '#shared/contract/meters.ts';
import { useText } from '../../lib/text.tsx';
import type { Command, CommandGroup } from '../../ui/menu.tsx';
import { ExchangeDialog } from './exchange-dialog.tsx';
import { writeDevice } from './meter-words.ts';
import { ReadingDialog } from './reading-dialog.tsx';

interface MeterCommands {
  readonly commandsOf: (meter: MeterSummary) => readonly CommandGroup[];
  readonly open: (meter: MeterSummary) => void;
  /** The dialog a command has opened. */
  readonly dialog: ReactNode;
}

type Asked = { readonly kind: 'reading' | 'exchange' | 'remove'; readonly meter: MeterSummary };

export function useMeterCommands(): MeterCommands {
  const text = useText();
  const words = text.meters;
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked | null>(null);
  const open = ({ id }: MeterSummary): void =>
    void navigate({
      to: '/meters/$id',
      params: { id: String(id) },
      search: ({ property }) => ({ property }),
    });
  const close = (): void => setAsked(null);
  const doing = (meter: MeterSummary): Command[] => [
    { id: 'open', label: text.common.open, run: () => open(meter), keys: 'Enter' },
    { id: 'reading', label: words.addReading, run: () => setAsked({ kind: 'reading', meter }) },
    {
      id: 'exchange',
      label: words.exchange,
      run: () => setAsked({ kind: 'exchange', meter }),
      isDisabled: meter.reception === 'gone',
    },
    {
      id: 'remove',
      label: words.remove,
      run: () => setAsked({ kind: 'remove', meter }),
      isDisabled: meter.reception === 'gone',
    },
  ];
  const going = ({ unitId, gateway }: MeterSummary): Command[] => [
    {
      id: 'unit',
      label: words.openUnit,
      run: () => void navigate({ to: '/units/$id', params: { id: String(unitId) } }),
      isDisabled: unitId === null,
    },
    {
      id: 'gateway',
      label: words.openGateway,
      run: () => void navigate({ to: '/gateways', search: { filters: { serial: `=${gateway ?? ''}` } } }),
      isDisabled: gateway === null,
    },
  ];
  return {
    open,
    commandsOf: (meter) => [
      { id: 'meter', heading: writeDevice(meter, text), commands: doing(meter) },
      { id: 'go', commands: going(meter) },
    ],
    dialog:
      asked === null ? null : asked.kind === 'reading' ? (
        <ReadingDialog meter={asked.meter} onClose={close} />
      ) : (
        <ExchangeDialog meter={asked.meter} hasNext={asked.kind === 'exchange'} onClose={close} />
      ),
  };
}
