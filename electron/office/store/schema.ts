/** The tables as TypeScript sees them: one interface a table, the same names as in the newest migration. */
import type { Generated } from 'kysely';
import type { DecimalText } from '#shared/model/decimal-text.ts';
import type { BillingPeriodId, CostDetails, CostId, CostTarget } from '#shared/model/invoice.ts';
import type { InstallationId, MeterId, MeterKind, ScaleKind } from '#shared/model/meter.ts';
import type { Cents } from '#shared/model/money.ts';
import type { PersonId } from '#shared/model/person.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type { MeterReading, RegisterUnit } from '#shared/model/reading.ts';
import type { PrepaymentId, TenancyId } from '#shared/model/tenancy.ts';
import type { RoomId, UnitId, UnitKind } from '#shared/model/unit.ts';

/** SQLite has no booleans. */
export type Flag = 0 | 1;

interface AuditGateTable {
  readonly id: 1;
  readonly is_open: Flag;
}

interface ErasureKeysTable {
  readonly id: Generated<number>;
  readonly kind: 'person' | 'bill';
  readonly sealed_key: Buffer | null;
  readonly created_at: string;
  readonly erased_at: string | null;
}

interface AuditTable {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly payload: string;
  readonly personal: Buffer | null;
  readonly erasure_key_id: number | null;
  readonly key_generation: number;
  readonly prev_hash: Buffer;
  readonly hash: Buffer;
}

interface SettingsTable {
  readonly id: Generated<number>;
  readonly name: string;
  readonly value: string;
}

interface StaffTable {
  readonly id: Generated<number>;
  readonly access_id: string;
  readonly name: string;
  readonly initials: string;
  readonly has_access: Flag;
}

interface PersonsTable {
  readonly id: Generated<PersonId>;
  readonly erasure_key_id: number;
  readonly details_version: number;
  readonly sealed_details: Buffer;
}

interface PropertiesTable {
  readonly id: Generated<PropertyId>;
  readonly landlord_id: PersonId;
  readonly name: string;
  readonly address_lines: string;
}

interface UnitsTable {
  readonly id: Generated<UnitId>;
  readonly property_id: PropertyId;
  readonly name: string;
  readonly kind: UnitKind;
  readonly position: string;
  readonly living_area_m2: DecimalText;
  readonly heated_area_m2: DecimalText;
}

interface RoomsTable {
  readonly id: Generated<RoomId>;
  readonly unit_id: UnitId;
  readonly name: string;
  readonly area_m2: DecimalText | null;
}

interface TenanciesTable {
  readonly id: Generated<TenancyId>;
  readonly unit_id: UnitId;
  readonly person_id: PersonId;
  readonly from_day: PlainDate;
  readonly to_day: PlainDate | null;
}

interface PrepaymentsTable {
  readonly id: Generated<PrepaymentId>;
  readonly tenancy_id: TenancyId;
  readonly paid_on: PlainDate;
  readonly amount_cents: Cents;
}

interface GatewaysTable {
  readonly id: Generated<number>;
  readonly serial: string;
  readonly property_id: PropertyId | null;
  readonly model: string;
  readonly place: string;
  /** Number of its SIM card or who provides it. */
  readonly sim: Generated<string>;
  /** The device certificate, PEM. */
  readonly certificate: string | null;
}

interface MetersTable {
  readonly id: Generated<MeterId>;
  readonly manufacturer: string;
  readonly identification: string;
  readonly version: number;
  readonly device_type: number;
  readonly kind: MeterKind;
  readonly serial: string | null;
  readonly calibrated_until: PlainDate | null;
}

interface MeterInstallationsTable {
  readonly id: Generated<InstallationId>;
  readonly meter_id: MeterId;
  readonly property_id: PropertyId;
  readonly unit_id: UnitId | null;
  readonly room_id: RoomId | null;
  readonly position: string | null;
  readonly from_day: PlainDate;
  readonly to_day: PlainDate | null;
  readonly scale: ScaleKind;
  readonly factor: DecimalText;
  readonly kq: DecimalText | null;
  readonly kc: DecimalText | null;
  readonly kt: DecimalText | null;
  readonly due_day: string | null;
  readonly remote_readable: Flag;
  readonly interoperable: Flag;
}

/** Unit, room and position in the words of the delivery. */
interface UnplacedMetersTable {
  readonly id: Generated<number>;
  readonly meter_id: MeterId;
  readonly property_id: PropertyId | null;
  readonly unit: string;
  readonly room: string;
  readonly position: string;
  readonly from_day: PlainDate | null;
  readonly scale: ScaleKind;
  readonly factor: DecimalText;
  readonly kq: DecimalText | null;
  readonly kc: DecimalText | null;
  readonly kt: DecimalText | null;
}

interface MeterKeysTable {
  readonly id: Generated<number>;
  readonly manufacturer: string | null;
  readonly identification: string;
  readonly label: string;
  readonly version: number;
  readonly sealed_key: Buffer;
}

export type BundleState = 'stored' | 'quarantined' | 'unreadable';

interface BundlesTable {
  readonly id: Generated<number>;
  readonly source: string;
  readonly topic: string;
  readonly gateway: string | null;
  readonly epoch: string | null;
  readonly seq: number | null;
  readonly sha256: Buffer;
  readonly payload: Buffer;
  readonly received_at: string;
  readonly last_modified: string | null;
  readonly cleared_at: string | null;
  readonly state: BundleState;
}

export type VerifiedBy = 'none' | 'checkBytes' | 'crc' | 'mac';

interface TelegramsTable {
  readonly id: Generated<number>;
  readonly bundle_id: number;
  readonly position: number;
  readonly bytes: Buffer;
  readonly manufacturer: string | null;
  readonly identification: string | null;
  readonly version: number | null;
  readonly device_type: number | null;
  readonly received_at_ms: number;
  readonly rssi_dbm: number | null;
  readonly outcome: string | null;
  readonly verified_by: VerifiedBy | null;
  readonly decoded_at_ms: number | null;
  readonly dedupe_hash: Buffer;
}

export type EntryOrigin = 'readOnSite' | 'reportedByTenant' | 'takenOver';

/** How a value by hand came about: read, taken from a telegram near the day, between two, or estimated. */
export type EntryMethod = 'read' | 'nearest' | 'interpolated' | 'estimated';

interface ManualEntriesTable {
  readonly id: Generated<number>;
  readonly meter_id: MeterId;
  readonly entered_at: string;
  readonly origin: EntryOrigin;
  readonly method: Generated<EntryMethod>;
  readonly note: string;
}

interface ReadingsTable {
  readonly id: Generated<number>;
  readonly meter_id: MeterId;
  readonly telegram_id: number | null;
  readonly manual_entry_id: number | null;
  readonly register: MeterReading['register'];
  readonly quantity: MeterReading['quantity'];
  readonly day: PlainDate | null;
  readonly day_inferred: Flag;
  /** Up to 64 bits: read it as text. */
  readonly mantissa: bigint;
  readonly exponent: number;
  readonly unit: RegisterUnit;
  readonly storage: number;
}

export type MarkKind = 'seen' | 'wait' | 'ignore';

interface MessageMarksTable {
  readonly id: Generated<number>;
  readonly subject: string;
  readonly code: string;
  readonly state: string;
  readonly kind: MarkKind;
  readonly until_day: PlainDate | null;
  readonly note: string;
  readonly made_by: string;
  readonly made_at: string;
}

interface TelegramFormatsTable {
  readonly manufacturer: string;
  readonly device_type: number;
  readonly signature: number;
  readonly headers: Buffer;
}

interface BillingPeriodsTable {
  readonly id: Generated<BillingPeriodId>;
  readonly property_id: PropertyId;
  readonly from_day: PlainDate;
  readonly to_day: PlainDate;
  readonly rules: string;
}

interface CostsTable {
  readonly id: Generated<CostId>;
  readonly period_id: BillingPeriodId;
  readonly label: string;
  readonly kind: string;
  readonly target: CostTarget;
  readonly amount_cents: Cents;
  readonly labour_cents: Cents | null;
  readonly invoice_number: string | null;
  readonly invoice_day: PlainDate | null;
  readonly supplier: string | null;
  readonly energy_quantity: DecimalText | null;
  readonly energy_unit: string | null;
  readonly energy_basis: CostDetails['energyBasis'];
  readonly co2_kg: DecimalText | null;
  readonly co2_cents: Cents | null;
  readonly extras: string | null;
}

export type BillState = 'draft' | 'checked' | 'final' | 'cancelled';

/** How bills leave the house: by post or e-mail to each tenant, through the landlord, or handed over. */
export type DispatchWay = 'post' | 'email' | 'landlord' | 'inPerson';

interface BillsTable {
  readonly id: Generated<number>;
  readonly period_id: BillingPeriodId;
  readonly version: number;
  readonly corrects_bill_id: number | null;
  readonly state: BillState;
  readonly erasure_key_id: number;
  readonly sealed_case: Buffer;
  readonly sealed_result: Buffer;
  readonly case_sha256: Buffer;
  readonly result_sha256: Buffer;
  readonly engine_version: string;
  readonly created_at: string;
  readonly finalised_at: string | null;
  readonly drafted_by: Generated<string>;
  readonly checked_by: string | null;
  readonly checked_at: string | null;
  readonly correction_reason: string | null;
  readonly dispatched_on: PlainDate | null;
  readonly dispatched_by: string | null;
  readonly dispatch_way: DispatchWay | null;
}

export type MissingWhy = 'impossible' | 'notExactEnough';
export type CostBearer = 'landlord' | 'leaving' | 'arriving';

interface UserChangesTable {
  readonly id: Generated<number>;
  readonly unit_id: UnitId;
  readonly last_day: PlainDate;
  readonly missing_why: MissingWhy | null;
  readonly reason: string;
  readonly cost_bearer: CostBearer;
  readonly cost_cents: Cents | null;
}

interface ReleasedSumsTable {
  readonly id: Generated<number>;
  readonly property_id: PropertyId;
  readonly medium: string;
  readonly from_day: PlainDate;
  readonly to_day: PlainDate;
  readonly unit_ids: string;
  readonly quantity: DecimalText;
  readonly released_at: string;
}

export interface Schema {
  readonly audit_gate: AuditGateTable;
  readonly erasure_keys: ErasureKeysTable;
  readonly audit: AuditTable;
  readonly settings: SettingsTable;
  readonly staff: StaffTable;
  readonly persons: PersonsTable;
  readonly properties: PropertiesTable;
  readonly units: UnitsTable;
  readonly rooms: RoomsTable;
  readonly tenancies: TenanciesTable;
  readonly prepayments: PrepaymentsTable;
  readonly gateways: GatewaysTable;
  readonly meters: MetersTable;
  readonly meter_installations: MeterInstallationsTable;
  readonly unplaced_meters: UnplacedMetersTable;
  readonly meter_keys: MeterKeysTable;
  readonly bundles: BundlesTable;
  readonly telegrams: TelegramsTable;
  readonly manual_entries: ManualEntriesTable;
  readonly readings: ReadingsTable;
  readonly telegram_formats: TelegramFormatsTable;
  readonly message_marks: MessageMarksTable;
  readonly user_changes: UserChangesTable;
  readonly released_sums: ReleasedSumsTable;
  readonly billing_periods: BillingPeriodsTable;
  readonly costs: CostsTable;
  readonly bills: BillsTable;
}
