/** Gateways desk: those the office knows, those that send although nobody entered them, and their certificates. */
import { readFile } from 'node:fs/promises';
import type {
  GatewayFields,
  gatewaysDesk,
  GatewaySummary,
  UnknownGateway,
} from '#shared/contract/gateways.ts';
import type { HandlersOf, Readable } from '#shared/contract/handler.ts';
import type { PropertyId } from '#shared/model/property.ts';
import { fail, succeed } from '#shared/model/result.ts';
import {
  addGateway,
  bundleNumbers,
  findGateway,
  removeGateway,
  updateGateway,
  type Gateway,
} from '../store/gateways.ts';
import { missingRuns, readCertificate } from './judge-gateway.ts';
import { Marks, subjectOfGateway } from './meter-messages.ts';
import type { Survey, SurveyedGateway } from './meter-survey.ts';
import { officeDayOf } from './office-day.ts';
import { goneFailure, type WorkingOffice } from './working-office.ts';

const TOUCHES = ['gateways', 'meters'] as const;
const CERTIFICATE_FILES = ['pem', 'crt', 'cer', 'der'];

export function createGatewaysDesk(
  office: WorkingOffice,
  survey: () => Survey,
): HandlersOf<typeof gatewaysDesk> {
  const marksToday = () => new Marks(office.session.store, officeDayOf(office.session.clock()));

  function knownGateways(): (SurveyedGateway & { readonly gateway: Gateway })[] {
    return survey().gateways.flatMap(({ gateway, ...rest }) =>
      gateway === null ? [] : [{ ...rest, gateway }],
    );
  }

  function summaryOf(surveyed: SurveyedGateway & { readonly gateway: Gateway }): Readable<GatewaySummary> {
    const { gateway, serial, lastContactMs, certificate } = surveyed;
    const runs = missingRuns(serial, bundleNumbers(office.session.store, serial));
    return {
      ...fieldsOf(gateway),
      id: gateway.id,
      propertyName: surveyed.propertyName,
      contact: surveyed.contact,
      lastContactAt: instantOf(lastContactMs),
      meterCount: surveyed.meters.length,
      missingBundles: runs.reduce((total, { first, last }) => total + last - first + 1, 0),
      certificateEndsAt: certificate?.validUntil ?? null,
      messages: marksToday().openCodes(subjectOfGateway(serial), surveyed.messages),
    };
  }

  return {
    'gateways.list': ({ propertyId }) => {
      const marks = marksToday();
      const unknown = survey().gateways.filter(
        ({ gateway, serial, messages }) =>
          gateway === null && messages.some((one) => !marks.isSettled(subjectOfGateway(serial), one)),
      );
      return succeed({
        gateways: knownGateways()
          .filter(({ gateway }) => propertyId === undefined || gateway.propertyId === propertyId)
          .map(summaryOf),
        unknown: unknown.map((one) => unknownOf(survey(), one)),
      });
    },
    'gateways.get': ({ id }) => {
      const surveyed = knownGateways().find(({ gateway }) => gateway.id === id);
      if (surveyed === undefined) return goneFailure();
      const subject = subjectOfGateway(surveyed.serial);
      const marks = marksToday();
      return succeed({
        summary: summaryOf(surveyed),
        gaps: missingRuns(surveyed.serial, bundleNumbers(office.session.store, surveyed.serial)),
        certificate: surveyed.certificate,
        messages: surveyed.messages.map((judged) => marks.withMark(subject, judged)),
      });
    },
    'gateways.create': (fields) => {
      const added = office.step({
        action: 'gateway.add',
        name: `Gateway ${fields.serial} angelegt`,
        touches: TOUCHES,
        work: (change) => addGateway(change, fields),
        undo: removeGateway,
      });
      if (added.ok) return succeed({ id: added.value });
      return added.error.code === 'ALREADY_EXISTS' ? serialTaken() : added;
    },
    'gateways.save': ({ id, fields, reason }) => {
      const before = findGateway(office.session.store, id);
      if (before === null) return goneFailure();
      const saved = office.step({
        action: 'gateway.change',
        name: `Gateway ${fields.serial} geändert`,
        reason,
        touches: TOUCHES,
        work: (change) => updateGateway(change, id, { ...fields, certificate: before.certificate }),
        undo: (change) => updateGateway(change, id, before),
      });
      if (saved.ok) return succeed({ id });
      return saved.error.code === 'ALREADY_EXISTS' ? serialTaken() : saved;
    },
    'gateways.importCertificate': async ({ id }) => {
      const before = findGateway(office.session.store, id);
      if (before === null) return goneFailure();
      const file = await office.options.desktop.chooseFile('Zertifikat des Gateways', CERTIFICATE_FILES);
      if (file === null) return succeed({ imported: false });
      const bytes = await readFile(file).catch(() => null);
      if (bytes === null)
        return fail({
          code: 'FILE_NOT_READABLE',
          message: 'Die gewählte Datei lässt sich nicht lesen. Bitte prüfen Sie Ort und Rechte.',
        });
      const read = readCertificate(bytes);
      bytes.fill(0);
      if (!read.ok) return read;
      const kept = office.step({
        action: 'gateway.certificate',
        name: `Zertifikat von ${before.serial} eingelesen`,
        touches: TOUCHES,
        work: (change) => updateGateway(change, id, { ...before, certificate: read.value.pem }),
        undo: (change) => updateGateway(change, id, before),
      });
      return kept.ok ? succeed({ imported: true }) : kept;
    },
  };
}

function instantOf(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}

function fieldsOf({ serial, propertyId, model, place, sim }: Gateway): GatewayFields {
  return { serial, propertyId, model, place, sim };
}

function serialTaken() {
  return fail({
    code: 'GATEWAY_KNOWN',
    message: 'Ein Gateway mit dieser Seriennummer gibt es schon. Bitte ändern Sie das vorhandene.',
    field: 'serial',
  });
}

/** An unknown gateway belongs where most of the meters hang that it hears. */
function unknownOf({ meters }: Survey, unknown: SurveyedGateway): UnknownGateway {
  const heard = new Set(unknown.meters);
  const houses = Map.groupBy(
    meters.filter(({ meter }) => heard.has(meter.id)).flatMap(({ place }) => place?.propertyId ?? []),
    (propertyId: PropertyId) => propertyId,
  );
  const [likeliest] = [...houses].toSorted(([, a], [, b]) => b.length - a.length);
  return {
    serial: unknown.serial,
    lastContactAt: instantOf(unknown.lastContactMs),
    meterCount: unknown.meters.length,
    suggestedPropertyId: likeliest?.[0] ?? null,
  };
}
