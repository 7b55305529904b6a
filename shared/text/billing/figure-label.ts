/** The name of a figure: what it is, and whose. */
import type { FigureRecord } from '../../billing/figure-record.ts';
import { NO_NAMES, type NameOfId } from './case-names.ts';
import { potName } from './pot-names.ts';
import { RULE_LABELS } from './rule-labels.ts';

const OWNERS: Readonly<Record<string, string>> = {
  unit: 'Nutzeinheit',
  user: 'Nutzer',
  device: 'Gerät',
  reading: 'Gerät',
  group: 'Nutzergruppe',
  cost: 'Kosten',
  stock: 'Vorrat',
  invoice: 'Rechnung',
  member: 'Nutzer',
  risk: 'Nutzer',
};

function potOf(id: string): string {
  const pot = id.split('.').find((part) => part === 'heating' || part === 'hotWater' || part === 'coldWater');
  return pot === undefined ? '' : potName(pot);
}

function ownerOf({ id, facts }: FigureRecord, nameOf: NameOfId): string {
  const [kind = '', name] = id.split('.');
  const owner = OWNERS[kind];
  if (owner === undefined || name === undefined) return '';
  if (name.startsWith('vacancy:')) {
    const unit = name.split(':')[1] ?? '';
    return `Leerstand ${nameOf(unit) ?? unit}`;
  }
  const said = facts?.['label'] ?? facts?.['serial'] ?? nameOf(name);
  return said === undefined ? `${owner} ${name}` : `${owner} „${said}“`;
}

/** What a figure is, without whose it is: `Grundkosten Heizung`. */
export function figureName({ id, rule }: Pick<FigureRecord, 'id' | 'rule'>): string {
  return RULE_LABELS[rule].replace('{pot}', potOf(id)).replaceAll('  ', ' ').trim();
}

/** What a figure is called: `Grundkosten Heizung, Nutzer „Timo Becker“`, or by its id where no name is known. */
export function figureLabel(figure: FigureRecord, nameOf: NameOfId = NO_NAMES): string {
  const owner = ownerOf(figure, nameOf);
  return owner === '' ? figureName(figure) : `${figureName(figure)}, ${owner}`;
}
