/** The data of a meter and of the place it hangs in, with what the law asks of it, and the places before. */
import type { MeterView, Place } from '#shared/contract/meters.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { formatDate } from '#shared/text/format.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useDraftForm } from '../../lib/draft-form.ts';
import { today } from '../../lib/moment.ts';
import { ask } from '../../lib/office.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useUndo } from '../../lib/use-undo.ts';
import { SavedForm } from '../../ui/saved-form.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { DeviceFields } from './device-fields.tsx';
import { draftOfDevice, draftOfPlace, readDevice, readPlace } from './meter-draft.ts';
import { PlaceFormFields } from './place-fields.tsx';

export function MeterData({ view }: { readonly view: MeterView }) {
  const text = useText();
  const words = text.meters;
  const current = view.places.at(-1);
  return (
    <div className="stack">
      <section className="section" aria-label={words.deviceData}>
        <h2>{words.deviceData}</h2>
        <DeviceForm view={view} />
      </section>
      {current === undefined ? null : (
        <section className="section" aria-label={words.placeData}>
          <h2>{words.placeData}</h2>
          <Duties place={current} />
          <PlaceForm view={view} place={current} />
        </section>
      )}
      {view.places.length < 2 ? null : <FormerPlaces places={view.places.slice(0, -1)} />}
    </div>
  );
}

function DeviceForm({ view }: { readonly view: MeterView }) {
  const text = useText();
  const { say } = useToasts();
  const undo = useUndo();
  const draft = useDraftForm({
    initial: draftOfDevice(view.fields),
    read: (typed) => readDevice(typed, today(), text),
    send: (fields) => ask('meters.save', { id: view.summary.id, fields, reason: '' }),
    onSent: () => say(text.meters.saved, { label: text.common.undo, run: () => void undo() }),
  });
  return (
    <SavedForm draft={draft}>
      <DeviceFields form={draft.form} />
    </SavedForm>
  );
}

function PlaceForm({ view, place }: { readonly view: MeterView; readonly place: Place }) {
  const text = useText();
  const { say } = useToasts();
  const undo = useUndo();
  const { propertyId } = place;
  const { data: units = [] } = useAnswer('units.list', { propertyId });
  const draft = useDraftForm({
    initial: draftOfPlace(place),
    read: (typed) => readPlace(typed, { propertyId, units }, today(), text),
    send: (fields) =>
      ask('meters.savePlace', { id: view.summary.id, installationId: place.id, fields, reason: '' }),
    onSent: () => say(text.meters.saved, { label: text.common.undo, run: () => void undo() }),
  });
  return (
    <SavedForm draft={draft}>
      <PlaceFormFields form={draft.form} units={units} isAllocator={view.fields.kind === 'allocator'} />
    </SavedForm>
  );
}

function Duties({ place }: { readonly place: Place }) {
  const text = useText();
  return (
    <ul className="duties">
      {place.duties.map(({ duty, by, state }) => (
        <li key={duty}>
          <StatusMark
            shape={state === 'met' ? 'full' : state === 'due' ? 'half' : 'triangle'}
            tone={state === 'met' ? 'good' : state === 'due' ? 'late' : 'check'}
          >
            {writeDuty(duty, state, formatDate(by), text)}
          </StatusMark>
        </li>
      ))}
    </ul>
  );
}

function writeDuty(
  duty: Place['duties'][number]['duty'],
  state: Place['duties'][number]['state'],
  by: string,
  { meters: words }: Dictionary,
): string {
  const said = words.duties[duty];
  return state === 'met' ? said.met : said[state](by);
}

function FormerPlaces({ places }: { readonly places: readonly Place[] }) {
  const text = useText();
  const words = text.meters;
  return (
    <section className="section" aria-label={words.places}>
      <h2>{words.places}</h2>
      <ul className="work-list">
        {places.map((place) => (
          <li key={place.id} className="work-line">
            <span>{place.propertyName}</span>
            <span>{[place.unitName, place.roomName, place.position].filter(Boolean).join(', ')}</span>
            <span>{formatDate(place.from)}</span>
            <span>{place.to === null ? '' : formatDate(place.to)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
