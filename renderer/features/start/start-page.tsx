/** Start: what is due, what is missing, when data last came and was last backed up. Every number opens its rows. */
import { useNavigate } from '@tanstack/react-router';
import type { Worklist } from '#shared/contract/overview.ts';
import { countDays } from '#shared/model/plain-date.ts';
import { formatDate, formatPeriod } from '#shared/text/format.ts';
import { useAnswer } from '../../lib/answers.ts';
import { formatMoment, today } from '../../lib/moment.ts';
import { useText } from '../../lib/text.tsx';
import { Answered } from '../../ui/answered.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { StageMark } from '../billing/stage-mark.tsx';
import { Morning } from './morning.tsx';
import { NextSteps } from './next-steps.tsx';

export function StartPage() {
  const text = useText();
  const answer = useAnswer('overview.worklist', {});
  return (
    <Page title={text.frame.pages.start}>
      <Answered answer={answer}>
        {(work) => (work.counts.properties === 0 ? <NextSteps /> : <Work work={work} />)}
      </Answered>
    </Page>
  );
}

function Work({ work }: { readonly work: Worklist }) {
  return (
    <>
      <Morning />
      <Due due={work.due} />
      <Missing missing={work.missing} />
      <Data work={work} />
      <Stock counts={work.counts} />
    </>
  );
}

function Due({ due }: { readonly due: Worklist['due'] }) {
  const text = useText();
  const navigate = useNavigate();
  return (
    <section className="section" aria-labelledby="due">
      <h2 id="due">{text.start.due}</h2>
      {due.length === 0 ? (
        <p className="muted">{text.start.dueNothing}</p>
      ) : (
        <ul className="work-list">
          {due.map(({ propertyId, propertyName, period }) => (
            <li key={period.id} className="work-line">
              <LinkButton
                onPress={() =>
                  void navigate({
                    to: '/billing',
                    search: { property: propertyId, filters: { from: formatDate(period.from) } },
                  })
                }
              >
                {propertyName}
              </LinkButton>
              <span>{formatPeriod(period)}</span>
              <StageMark stage={period.stage} />
              <span>
                {text.start.dueIn(countDays(today(), period.dueOn) - 1)}
                <span className="field-help"> · {text.start.dueOn(formatDate(period.dueOn))}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Missing({ missing }: { readonly missing: Worklist['missing'] }) {
  const text = useText();
  const navigate = useNavigate();
  return (
    <section className="section" aria-labelledby="missing">
      <h2 id="missing">{text.start.missing}</h2>
      {missing.length === 0 ? (
        <p className="muted">{text.start.missingNothing}</p>
      ) : (
        <ul className="work-list">
          {missing.map(({ propertyId, propertyName, openPoints }) => (
            <li key={propertyId} className="work-line">
              <span>{propertyName}</span>
              <LinkButton
                onPress={() =>
                  void navigate({
                    to: '/properties/$id',
                    params: { id: String(propertyId) },
                    search: { property: propertyId },
                  })
                }
              >
                {text.start.openPoints(openPoints)}
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Data({ work: { lastPull, lastBackupAt } }: { readonly work: Worklist }) {
  const text = useText();
  const navigate = useNavigate();
  const showPull = (): void => void navigate({ to: '/pull' });
  return (
    <section className="section" aria-labelledby="data">
      <h2 id="data">{text.start.data}</h2>
      <ul className="work-list">
        <li className="work-line">
          {lastPull === null ? (
            <LinkButton onPress={showPull}>{text.frame.neverPulled}</LinkButton>
          ) : (
            <>
              <LinkButton onPress={showPull}>{text.start.pulled(formatMoment(lastPull.at))}</LinkButton>
              <LinkButton onPress={showPull}>{text.start.newTelegrams(lastPull.newTelegrams)}</LinkButton>
              <LinkButton onPress={showPull}>{text.start.undecodable(lastPull.undecodable)}</LinkButton>
            </>
          )}
        </li>
        <li className="work-line">
          <LinkButton onPress={() => void navigate({ to: '/settings', search: { tab: 'backup' } })}>
            {lastBackupAt === null ? (
              <StatusMark shape="triangle" tone="check">
                {text.frame.neverBackedUp}
              </StatusMark>
            ) : (
              text.start.backedUp(formatMoment(lastBackupAt))
            )}
          </LinkButton>
        </li>
      </ul>
    </section>
  );
}

function Stock({ counts }: { readonly counts: Worklist['counts'] }) {
  const text = useText();
  const navigate = useNavigate();
  return (
    <section className="section" aria-labelledby="stock">
      <h2 id="stock">{text.start.stock}</h2>
      <ul className="row-of">
        <li>
          <LinkButton onPress={() => void navigate({ to: '/properties', search: { property: undefined } })}>
            {text.start.properties(counts.properties)}
          </LinkButton>
        </li>
        <li>
          <LinkButton onPress={() => void navigate({ to: '/units', search: { property: undefined } })}>
            {text.start.units(counts.units)}
          </LinkButton>
        </li>
        <li>
          <LinkButton onPress={() => void navigate({ to: '/people', search: { property: undefined } })}>
            {text.start.people(counts.people)}
          </LinkButton>
        </li>
        <li>
          <LinkButton
            onPress={() =>
              void navigate({
                to: '/tenancies',
                search: { property: undefined, filters: { status: `=${text.tenancies.statuses.running}` } },
              })
            }
          >
            {text.start.tenancies(counts.runningTenancies)}
          </LinkButton>
        </li>
      </ul>
    </section>
  );
}
