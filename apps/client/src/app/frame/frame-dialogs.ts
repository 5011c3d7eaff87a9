import { Service, signal } from '@angular/core';

/** Which of the frame's own dialogs are open. They are loaded when they are first needed. */
@Service()
export class FrameDialogs {
  /** Search and commands (Ctrl+K). */
  readonly palette = signal(false);
  /** The keys that work here (?). */
  readonly keys = signal(false);
}
