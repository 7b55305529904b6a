/** Gateways desk: what hears the meters, when it last reported, what is missing from it, and its certificate. */
import { z } from 'zod';
import { channel } from './channel.ts';
import { message, messageCode } from './messages.ts';
import { instant, line, optionalLine, propertyId } from './values.ts';

export const gatewayFields = z.strictObject({
  serial: line,
  propertyId: propertyId.nullable(),
  model: optionalLine,
  /** Where it hangs. */
  place: optionalLine,
  /** Number of its SIM card, or who provides it. */
  sim: optionalLine,
});
export type GatewayFields = z.output<typeof gatewayFields>;

/** Facts of the device certificate (X.509) a gateway proves itself to the cloud with. */
export const certificateFacts = z.strictObject({
  subject: z.string(),
  issuer: z.string(),
  serialNumber: z.string(),
  validFrom: instant,
  validUntil: instant,
  /** SHA-256 in hexadecimal pairs. */
  thumbprint: z.string(),
});
export type CertificateFacts = z.output<typeof certificateFacts>;

/** Bundles `first` to `last` never arrived. */
export const sequenceGap = z.strictObject({ first: z.int(), last: z.int() });

export const gatewaySummary = gatewayFields.extend({
  id: z.int().positive(),
  propertyName: z.string(),
  contact: z.enum(['received', 'silent', 'never']),
  lastContactAt: instant.nullable(),
  /** Meters whose newest telegram came through it. */
  meterCount: z.int(),
  /** Bundles that never arrived. */
  missingBundles: z.int(),
  certificateEndsAt: instant.nullable(),
  messages: z.array(messageCode),
});
export type GatewaySummary = z.output<typeof gatewaySummary>;

/** A gateway that sends and that nobody entered. */
export const unknownGateway = z.strictObject({
  serial: line,
  lastContactAt: instant.nullable(),
  meterCount: z.int(),
  /** Where most of the meters it hears hang. */
  suggestedPropertyId: propertyId.nullable(),
});
export type UnknownGateway = z.output<typeof unknownGateway>;

const gatewayRef = z.strictObject({ id: z.int().positive() });

export const gatewayView = z.strictObject({
  summary: gatewaySummary,
  gaps: z.array(sequenceGap),
  certificate: certificateFacts.nullable(),
  messages: z.array(message),
});
export type GatewayView = z.output<typeof gatewayView>;

export const gatewaysDesk = {
  'gateways.list': channel(
    z.strictObject({ propertyId: propertyId.optional() }),
    z.strictObject({ gateways: z.array(gatewaySummary), unknown: z.array(unknownGateway) }),
  ),
  'gateways.get': channel(gatewayRef, gatewayView),
  'gateways.create': channel(gatewayFields, gatewayRef),
  'gateways.save': channel(
    z.strictObject({ ...gatewayRef.shape, fields: gatewayFields, reason: optionalLine }),
    gatewayRef,
  ),
  /** Opens a file dialog for a PEM or DER certificate; keeps only the certificate, never a private key. */
  'gateways.importCertificate': channel(gatewayRef, z.strictObject({ imported: z.boolean() })),
};
