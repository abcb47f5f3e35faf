import { Modal, ModalBody } from '@patternfly/react-core';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FunctionComponent, ReactElement } from 'react';
import { Component, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import '../../testing/renderInConsole';
import { lazyPart } from './lazyPart';

const Part = ({ name }: { name: string }): ReactElement => <p>Here is {name}</p>;

const failingOnce = (): (() => Promise<typeof Part>) =>
  vi
    .fn<() => Promise<typeof Part>>()
    .mockRejectedValueOnce(new Error('ChunkLoadError'))
    .mockResolvedValue(Part);

class Outside extends Component<{ children: ReactElement }, { caught?: string }> {
  override state: { caught?: string } = {};
  static getDerivedStateFromError(error: Error): { caught: string } {
    return { caught: error.message };
  }
  override render(): ReactElement {
    return this.state.caught === undefined ? this.props.children : <p>Outside: {this.state.caught}</p>;
  }
}

describe('a dialog whose code loads slowly', () => {
  const Dialog = ({ closeOverlay }: { closeOverlay: () => void }): ReactElement => (
    <Modal isOpen onClose={closeOverlay} aria-label="The form">
      <ModalBody>Here is the form</ModalBody>
    </Modal>
  );
  const Page = ({ Lazy }: { Lazy: FunctionComponent<{ closeOverlay: () => void }> }): ReactElement => {
    const [isOpen, setIsOpen] = useState(false);
    return (
      <>
        <button
          onClick={() => {
            setIsOpen(true);
          }}
        >
          Open
        </button>
        {isOpen ? (
          <Lazy
            closeOverlay={() => {
              setIsOpen(false);
            }}
          />
        ) : null}
      </>
    );
  };

  it('returns the focus to the element that opened it, each time', async () => {
    let arrive = (): void => undefined;
    const code = new Promise<typeof Dialog>((resolve) => {
      arrive = () => {
        resolve(Dialog);
      };
    });
    const { Part: Lazy } = lazyPart('dialog', async () => code);
    render(<Page Lazy={Lazy} />);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    const meanwhile = await screen.findByRole('dialog', { name: 'Loading the form' });
    await waitFor(() => {
      expect(within(meanwhile).getByRole('button', { name: 'Close' })).toHaveFocus();
    });
    arrive();
    await screen.findByText('Here is the form');
    await userEvent.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: 'Open' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await screen.findByText('Here is the form');
    await userEvent.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: 'Open' })).toHaveFocus();
  });
});

describe('a part whose code was prefetched', () => {
  it('is in the first render', async () => {
    const load = vi.fn(async () => Promise.resolve(Part));
    const { Part: Lazy, prefetch } = lazyPart('page', load);
    prefetch();
    await Promise.allSettled(load.mock.results.map(async ({ value }) => value as Promise<unknown>));
    render(<Lazy name="the part" />);
    expect(screen.getByText('Here is the part')).toBeVisible();
  });
});

describe('a part whose code fails to load', () => {
  // React logs errors that a boundary caught.
  const quiet = (): void => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
  };

  it.each(['page', 'dialog', 'inline'] as const)(
    'as %s says so and is loaded when asked again',
    async (place) => {
      quiet();
      const { Part: Lazy } = lazyPart(place, failingOnce());
      render(<Lazy name="the part" />);
      expect(await screen.findByText(/If the plugin was updated meanwhile, reload the page/)).toBeVisible();
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
      expect(await screen.findByText('Here is the part')).toBeVisible();
    },
  );

  it('is requested again when it is opened again', async () => {
    quiet();
    const { Part: Lazy } = lazyPart('dialog', failingOnce());
    const close = vi.fn();
    const { unmount } = render(<Lazy name="x" {...{ closeOverlay: close }} />);
    await screen.findByRole('dialog', { name: 'A part of this plugin could not be loaded' });
    await userEvent.click(screen.getByText('Close'));
    expect(close).toHaveBeenCalledOnce();
    unmount();
    render(<Lazy name="the part" />);
    expect(await screen.findByText('Here is the part')).toBeVisible();
  });

  it('does not catch errors of the part itself', async () => {
    quiet();
    const Broken = (): ReactElement => {
      throw new Error('a bug');
    };
    const { Part: Lazy } = lazyPart('page', async () => Promise.resolve(Broken));
    render(
      <Outside>
        <Lazy />
      </Outside>,
    );
    expect(await screen.findByText('Outside: a bug')).toBeVisible();
  });
});
