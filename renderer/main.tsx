/** Starts the window. The Trusted Types policy comes first, before any part touches the page. */
import './lib/trusted-types.ts';
import './lib/no-eval.ts';
import './ui/tokens.css';
import './ui/base.css';
import './ui/controls.css';
import './ui/overlays.css';
import './ui/table/table.css';
import './ui/chart/chart.css';
import './ui/pdf/pdf.css';
import './app/access.css';
import './app/frame/frame.css';
import './features/pages.css';
import './features/meters/meters.css';
import './features/keys/keys.css';
import './features/pull/pull.css';
import './features/consumption/consumption.css';
import './features/tenant-change/tenant-change.css';
import './features/views/views.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root element');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
