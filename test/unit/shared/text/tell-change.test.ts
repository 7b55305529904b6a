import { describe, expect, it } from 'vitest';
import { tellChange } from '#shared/text/tell-change.ts';

const nameOf = (table: string, id: number | string) => (table === 'rooms' && id === 4 ? 'Bad' : null);

const value = (minutes: number, fourEyes: boolean) =>
  JSON.stringify({ security: { idleLockMinutes: minutes }, billing: { fourEyes } });
const rules = (percent: number) =>
  JSON.stringify({ rules: { heating: { consumptionPercent: percent } }, groups: [percent] });

/** What is told of something new. */
function toldOf(
  table: string,
  fields: Record<string, unknown>,
  setting: string | null = null,
): readonly string[] {
  return tellChange({ action: 'x.add', table, old: null, new: fields, setting }, nameOf).details;
}

describe('the history in German', () => {
  it('tells from which value to which', () => {
    const told = tellChange(
      {
        action: 'meter.move',
        table: 'meter_installations',
        old: { room_id: 4, factor: '1.25', to_day: null, due_day: '12-31', remote_readable: 0 },
        new: { room_id: 5, factor: '1.3', to_day: '2025-09-30', due_day: '02-28', remote_readable: 1 },
      },
      nameOf,
    );
    expect(told).toEqual({
      title: 'Einbau geändert',
      details: [
        'Raum: Bad → Nr. 5',
        'Ausgebaut am: leer → 30.09.2025',
        'Bewertungsfaktor: 1,25 → 1,3',
        'Stichtag: 31.12. → 28.02.',
        'Fernablesbar: nein → ja',
      ],
    });
  });

  it('tells what is new and what is gone, without the empty fields', () => {
    const fields = {
      label: 'Erdgas',
      amount_cents: 123_456,
      target: 'joint',
      labour_cents: null,
      supplier: '',
    };
    expect(tellChange({ action: 'cost.add', table: 'costs', old: null, new: fields }, nameOf)).toEqual({
      title: 'Kosten angelegt',
      details: ['Bezeichnung: Erdgas', 'Betrifft: Heizung und Warmwasser', 'Betrag: 1.234,56\u00a0€'],
    });
    expect(tellChange({ action: 'cost.remove', table: 'costs', old: fields, new: null }, nameOf).title).toBe(
      'Kosten gelöscht',
    );
  });

  it('tells a pull by what it brought, whatever the one before brought', () => {
    const result = {
      endedAt: '2026-02-16T10:00:00.000Z',
      trigger: 'schedule',
      outcome: 'complete',
      message: null,
      bundles: 1212,
      newTelegrams: 3,
      readings: 0,
      undecodable: [{ reason: 'NO_KEY', message: 'ohne hinterlegten Schlüssel', count: 1500 }],
      gaps: [{ gateway: 'muc-1', first: 7, last: 8 }],
      problems: [],
    };
    const change = { action: 'pull.note', table: 'settings', setting: 'lastPull' };
    const old = { value: JSON.stringify({ ...result, bundles: 9 }) };
    expect(tellChange({ ...change, old, new: { value: JSON.stringify(result) } }, nameOf)).toEqual({
      title: 'Datenabruf',
      details: [
        'Begonnen: nach Zeitplan',
        'Ergebnis: vollständig',
        'Bündel: 1.212',
        'Neue Telegramme: 3',
        'Nicht lesbar: 1.500 ohne hinterlegten Schlüssel',
        'Lücken: muc-1: Bündel 7 bis 8 fehlen',
        'Beendet am: 16.02.2026',
      ],
    });
  });

  it('tells registers, devices and lists by their words, never as they are stored', () => {
    expect(toldOf('manual_entries', { value: '116090e-3', unit: 'm3' })).toEqual([
      'Stand: 116,09',
      'Einheit: m³',
    ]);
    expect(toldOf('manual_entries', { value: '12e2' })).toEqual(['Stand: 1.200']);
    const mark = { subject: 'gateway:muc-1', code: 'gatewaySilent', state: '2026-02-16T10:00:00Z' };
    expect(toldOf('message_marks', mark)).toEqual(['Gerät: muc-1', 'Meldung: Gateway ohne Kontakt']);
    expect(toldOf('message_marks', { subject: 'meter:12' })).toEqual(['Gerät: Nr. 12']);
    const views = JSON.stringify([{ name: 'Stumm', list: 'meters' }, { name: 'Ohne Schlüssel' }]);
    expect(toldOf('settings', { value: views }, 'views:a')).toEqual(['Ansichten: Stumm; Ohne Schlüssel']);
    expect(toldOf('settings', { value: '{"allocator":72}' }, 'silenceLimits')).toEqual([
      'Heizkostenverteiler (Stunden): 72',
    ]);
  });

  it('tells a setting and the rules of a period by their parts', () => {
    const change = { action: 'settings.change', table: 'settings', setting: 'office' };
    expect(
      tellChange({ ...change, old: { value: value(5, false) }, new: { value: value(10, false) } }, nameOf),
    ).toEqual({ title: 'Einstellungen des Büros geändert', details: ['Sperre nach Minuten: 5 → 10'] });
    expect(
      tellChange(
        {
          action: 'period.change',
          table: 'billing_periods',
          old: { rules: rules(50) },
          new: { rules: rules(70) },
        },
        nameOf,
      ).details,
    ).toEqual(['Heizung nach Verbrauch (%): 50 → 70', 'Weitere Angaben geändert']);
  });

  it('says nothing of columns that only serve the store, and names the step of a bill', () => {
    expect(
      tellChange(
        {
          action: 'bill.finalise',
          table: 'bills',
          old: { state: 'checked', sealed_case: 'sealed' },
          new: { state: 'final', sealed_case: 'sealed' },
        },
        nameOf,
      ),
    ).toEqual({ title: 'Abrechnung finalisiert', details: ['Stand: geprüft → finalisiert'] });
  });

  it('never shows a key', () => {
    const told = tellChange(
      {
        action: 'key.replace',
        table: 'meter_keys',
        old: { sealed_key: 'sealed' },
        new: { sealed_key: 'sealed' },
      },
      nameOf,
    );
    expect(told.details).toEqual(['Schlüssel: nicht angezeigt → nicht angezeigt']);
  });

  it('names what happened beside the rows', () => {
    const told = tellChange(
      { action: 'backup.create', table: 'store', old: null, new: { backup: 'a.sicherung' } },
      nameOf,
    );
    expect(told).toEqual({ title: 'Sicherung erstellt', details: ['Datei: a.sicherung'] });
  });

  it('tells of an address and of values that are no days or rows as they are', () => {
    const told = tellChange(
      {
        action: 'person.change',
        table: 'persons',
        old: { addressLines: ['Am Markt 1', '98693 Ilmenau'], phone: '' },
        new: { addressLines: [], phone: '03677 1' },
      },
      nameOf,
    );
    expect(told.details).toEqual(['Anschrift: Am Markt 1, 98693 Ilmenau → ', 'Telefon: leer → 03677 1']);
  });
});
