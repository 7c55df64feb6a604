import '@mantine/core/styles.layer.css';
import 'virtual:theme.css';
import './app/accent.css';
import './app/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { watchAttention } from './app/attention';
import { startLanguages } from './app/languages';

const root = document.getElementById('root');
if (root) {
  watchAttention(window);
  await startLanguages();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
