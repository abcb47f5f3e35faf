import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { XmlToolbar } from './XmlToolbar';

it('says that the downloaded XML has its secrets masked', async () => {
  const blobs: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return 'blob:x';
  });
  const nothing = (): void => undefined;
  render(
    <XmlToolbar
      text={'<graphics passwd="geheim"/>'}
      fileName="vm.xml"
      inactive={false}
      onInactive={nothing}
      isReading={false}
      onRefresh={nothing}
      onFind={nothing}
    />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Download with secrets masked' }));
  expect(await blobs[0]?.text()).toBe('<graphics passwd="***"/>');
});
