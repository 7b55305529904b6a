/** The help at F1 and the keyboard map. */
import type { Dictionary } from '../dictionary.ts';

export const help: Dictionary['help'] = {
  more: (keyMap, search) => `All keys are shown by ${keyMap}. Everything else is found with ${search}.`,
  everywhere: 'Everywhere',
  inTables: 'In tables',
  inDates: 'In date fields',
  inAmounts: 'In amount fields',
  inPreviews: 'In the preview of a document',
  previews: (up, down) => `${up} ${down} one page; + and - larger and smaller, 0 fitting size.`,
  dates: (up, down) =>
    `311225, 31.12.25, 1.3., t for today, +14 for 14 days ahead; ↑ ↓ a day, ${up} ${down} a month.`,
  amounts:
    'German notation: 1.234,56 · 1234,56 · 1 234,5 · =100-55 calculates. With a lone dot the field shows how it reads it.',
  keys: {
    palette: 'Search, go, do',
    page1: 'Area of the sidebar',
    back: 'Back',
    forward: 'Forward',
    create: 'New on this page',
    createProperty: 'New property',
    undo: 'Undo the last step',
    redo: 'Redo what was undone',
    pull: 'Retrieve data',
    nextFinding: 'Next point of the review list',
    previousFinding: 'Previous point of the review list',
    nextBill: 'Next bill',
    earlierPeriod: 'Consumption: one month back',
    laterPeriod: 'Consumption: one month on',
    chartTable: 'Consumption: chart or table',
    saved: 'Saved? (always is)',
    nextPane: 'Next part of the window',
    lock: 'Lock',
    help: 'Help on this page',
    keyMap: 'This overview',
  },
  tableKeys: {
    move: 'Change cell',
    edge: 'Jump to the edge',
    extend: 'Extend marking',
    row: 'Mark row',
    all: 'Mark everything',
    edit: 'Edit cell',
    open: 'Open or edit',
    above: 'Take from the row above',
    restore: 'Discard entry',
    filter: 'Filter list',
    copy: 'Copy with titles',
    copyPlain: 'Copy without titles',
    paste: 'Paste from a spreadsheet',
    rowMenu: 'Commands of the row',
    titleMenu: 'Commands of the column (in the header)',
  },
  pages: {
    start: {
      title: 'Start',
      paragraphs: [
        'What is to be done today: bills that are due first, then missing data. Every number opens the rows behind it.',
        'A heating bill must reach the tenant within twelve months after the end of its period (§ 556 (3) BGB). After that there is no additional payment.',
      ],
    },
    consumption: {
      title: 'Consumption (Verbrauch)',
      paragraphs: [
        'What a property or a flat used, compared with the period before, with last year and with an average user (§ 6a (2) HeizkostenV). Where there is nothing to compare with, it says so; zero stands only where nothing was used.',
        'Allocators count no kilowatt-hours. Where they are shown, they are derived from the last bill; a click on “derived” shows how.',
        'T turns the chart into a table. Page up and page down go one month on or back.',
      ],
    },
    properties: {
      title: 'Properties (Liegenschaften)',
      paragraphs: [
        'A property is a building with shared heating. Create the building first, then units and tenants in one go: copy the table from Excel and paste it.',
        'Every period has its own rules. The consumption share lies between 50 and 70 per cent (§§ 7, 8 HeizkostenV). For certain buildings 70 per cent is mandatory (§ 7 (1) 2).',
        '“Open points” counts what is still missing for billing.',
      ],
    },
    units: {
      title: 'Units (Nutzeinheiten)',
      paragraphs: [
        'Flats and shops with their areas and rooms. F2 edits a cell, Ctrl+D takes the value above.',
        'The heated area is never larger than the living area, and the rooms together never larger than the unit.',
      ],
    },
    meters: {
      title: 'Meters (Messgeräte)',
      paragraphs: [
        'All heat cost allocators and meters with their last reception. A device counts as silent when it keeps silent for three times its own interval, and at least for two days; an unchanged register is no silence.',
        'The page of a device shows its data path: gateway, cloud, Stichtag, decrypted, billed. So you see where the data stay away. It is decrypted on this computer only.',
        'Since December 2021 new devices must be remotely readable, since December 2022 interoperable too; old ones are to be retrofitted by 31 December 2026 (§ 5 HeizkostenV).',
      ],
    },
    gateways: {
      title: 'Gateways',
      paragraphs: [
        'Gateways hear the meters and send their encrypted telegrams in bundles to the cloud. Each bundle carries a number; a missing one never arrived.',
        'When a gateway sends that is not in your list, assign it to a property or ignore it with a reason.',
      ],
    },
    people: {
      title: 'People',
      paragraphs: [
        'Landlords and tenants as on their letter boxes. Enter the new address after moving out, so that the bill arrives.',
        'A person known to a tenancy or a bill cannot be deleted; the data goes by itself after the retention time.',
      ],
    },
    tenancies: {
      title: 'Tenancies (Mietverhältnisse)',
      paragraphs: [
        'Who uses which unit from when to when. Two tenancies of a unit cannot overlap. A gap is vacancy (Leerstand); the landlord bears its costs.',
        'Paste rows from Excel with Ctrl+V. You see beforehand what is new and what is wrong, and can take everything back in one step.',
      ],
    },
    billing: {
      title: 'Bills (Abrechnungen)',
      paragraphs: [
        'Compute a draft, go through the review list, finalise, write the PDFs. A draft can be computed any number of times; only finalising freezes it.',
        'Click an amount in a bill: you see the whole chain from the formula to the reading or the supplier’s invoice, with the paragraph of law.',
        'The risk sheet names the tenants’ rights to cut the bill (§ 12 HeizkostenV) in euros. Nothing is deducted by itself.',
      ],
    },
    review: {
      title: 'Review list (Prüfliste)',
      paragraphs: [
        'Errors block finalising; warnings need a sentence why they are acceptable. The sentence goes into the audit log.',
        'F8 goes to the next point, Shift+F8 to the previous one.',
      ],
    },
    pull: {
      title: 'Data retrieval (Datenabruf)',
      paragraphs: [
        'Fetches new radio telegrams from AWS IoT Core. They are encrypted there; they are decrypted only here.',
        'Cancel keeps everything complete. Without internet only this retrieval waits; everything else works.',
        'The schedule retrieves by itself while Stichtag is open and unlocked. When it fails, the reason stands on the page, and it tries again after a quarter of an hour.',
        'The access is an access key or the name of an AWS profile on this computer. Checking the connection changes nothing.',
      ],
    },
    keys: {
      title: 'Keys (Schlüssel)',
      paragraphs: [
        'Every radio device has an AES key of its own. Stichtag tries it on the stored telegrams at once: “confirmed” means that it has opened one.',
        'Delivery files of makers are recognised by their content: text, CSV, Excel, Kamstrup KEM. You say what the columns mean and see every row before anything is saved.',
        'Stored keys stay in this office. Only who has the right and gives a reason sees one in clear; the audit log notes it.',
      ],
    },
    audit: {
      title: 'Audit log (Protokoll)',
      paragraphs: [
        'Every change with time, initials, old and new value. The entries are chained cryptographically: “Check log” recomputes the chain and names the first break.',
      ],
    },
    settings: {
      title: 'Settings',
      paragraphs: [
        'Office data, staff and rights, backup, locking, retention and language.',
        'Billing records are kept for ten years (§ 147 AO), readings for three years to the end of the year (§§ 195, 199 BGB).',
      ],
    },
  },
};
