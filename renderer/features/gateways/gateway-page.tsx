/** One gateway: its contact, its messages, what is missing from it, its certificate, its data and changes. */
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CertificateFacts, GatewayView } from '#shared/contract/gateways.ts';
import { formatDecimal } from '#shared/text/format.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useDraftForm } from '../../lib/draft-form.ts';
import { formatMoment } from '../../lib/moment.ts';
import { ask } from '../../lib/office.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { useUndo } from '../../lib/use-undo.ts';
import { Answered } from '../../ui/answered.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { SavedForm } from '../../ui/saved-form.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { HistoryList } from '../history/history-list.tsx';
import { MessageList } from '../messages/message-list.tsx';
import { ContactMark } from './contact-mark.tsx';
import { draftOfGateway, readGateway } from './gateway-draft.ts';
import { GatewayFormFields } from './gateway-fields.tsx';

export function GatewayPage() {
  const { id } = useParams({ from: '/gateways/$id' });
  const answer = useAnswer('gateways.get', { id: Number(id) });
  return <Answered answer={answer}>{(view) => <GatewayTabs view={view} />}</Answered>;
}

function GatewayTabs({ view }: { readonly view: GatewayView }) {
  const text = useText();
  const words = text.gateways;
  const navigate = useNavigate();
  const { tab = 'state' } = useSearch({ from: '__root__' });
  const { summary } = view;
  return (
    <Page
      title={`${text.frame.kinds.gateway} ${summary.serial}`}
      subtitle={[summary.propertyName || words.noProperty, summary.place].filter(Boolean).join(' · ')}
      isFilled
    >
      <Tabs
        label={summary.serial}
        chosen={tab}
        onChoose={(next) =>
          void navigate({ to: '.', replace: true, search: ({ property }) => ({ property, tab: next }) })
        }
        views={[
          { id: 'state', label: words.state, content: <GatewayState view={view} /> },
          {
            id: 'data',
            label: words.data,
            content: <GatewayData key={JSON.stringify(summary)} view={view} />,
          },
          {
            id: 'changes',
            label: text.audit.history,
            content: <HistoryList subject={{ kind: 'gateway', id: summary.id }} />,
          },
        ]}
      />
    </Page>
  );
}

function Facts({ rows }: { readonly rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function GatewayState({ view: { summary, gaps, certificate, messages } }: { readonly view: GatewayView }) {
  const text = useText();
  const words = text.gateways;
  const navigate = useNavigate();
  return (
    <div className="stack">
      <Facts
        rows={[
          [words.contact, <ContactMark key="contact" contact={summary.contact} />],
          [
            words.lastContact,
            summary.lastContactAt === null ? text.meters.stationNever : formatMoment(summary.lastContactAt),
          ],
          [
            words.meters,
            <LinkButton
              key="meters"
              onPress={() =>
                void navigate({
                  to: '/meters',
                  search: { property: undefined, filters: { gateway: `=${summary.serial}` } },
                })
              }
            >
              {text.meters.count(summary.meterCount)}
            </LinkButton>,
          ],
          [words.model, summary.model || text.common.none],
          [words.sim, summary.sim || text.common.none],
        ]}
      />
      <section className="section" aria-labelledby="messages">
        <h2 id="messages">{text.messages.ofDevice}</h2>
        <MessageList subject={`gateway:${summary.serial}`} messages={messages} />
      </section>
      <section className="section" aria-labelledby="gaps">
        <h2 id="gaps">{words.gaps}</h2>
        <p className="muted">{gaps.length === 0 ? words.gapsNone : words.gapsText}</p>
        <ul>
          {gaps.map(({ first, last }) => (
            <li key={first}>{words.gap(formatDecimal(first, 0), formatDecimal(last, 0))}</li>
          ))}
        </ul>
      </section>
      <Certificate id={summary.id} certificate={certificate} />
    </div>
  );
}

interface CertificateProps {
  readonly id: number;
  readonly certificate: CertificateFacts | null;
}

function Certificate({ id, certificate }: CertificateProps) {
  const text = useText();
  const words = text.gateways;
  const { say } = useToasts();
  const undo = useUndo();
  const read = useAction('gateways.importCertificate', {
    onDone: ({ imported }) => {
      if (imported) say(words.imported, { label: text.common.undo, run: () => void undo() });
    },
  });
  return (
    <section className="section" aria-labelledby="certificate">
      <h2 id="certificate">{words.certificate}</h2>
      <p className="muted">{certificate === null ? words.certificateNone : words.certificateText}</p>
      {certificate === null ? null : (
        <Facts
          rows={[
            [words.subject, certificate.subject],
            [words.issuer, certificate.issuer],
            [words.validFrom, formatMoment(certificate.validFrom)],
            [words.validUntil, formatMoment(certificate.validUntil)],
            [words.serialNumber, certificate.serialNumber],
            [words.thumbprint, certificate.thumbprint],
          ]}
        />
      )}
      <div>
        <Button onPress={() => void read.run({ id })} isPending={read.isRunning}>
          {words.importCertificate}
        </Button>
      </div>
    </section>
  );
}

function GatewayData({ view: { summary } }: { readonly view: GatewayView }) {
  const text = useText();
  const { say } = useToasts();
  const undo = useUndo();
  const { data: properties = [] } = useAnswer('properties.list', {});
  const draft = useDraftForm({
    initial: draftOfGateway(summary),
    read: (typed) => readGateway(typed, properties, text),
    send: (fields) => ask('gateways.save', { id: summary.id, fields, reason: '' }),
    onSent: () => say(text.gateways.saved, { label: text.common.undo, run: () => void undo() }),
  });
  return (
    <SavedForm draft={draft}>
      <GatewayFormFields form={draft.form} properties={properties} />
    </SavedForm>
  );
}
