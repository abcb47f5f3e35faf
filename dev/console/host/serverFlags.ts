declare global {
  interface Window {
    SERVER_FLAGS: { basePath: string };
  }
}

// The SDK reads the base path when its modules are first evaluated.
window.SERVER_FLAGS = { basePath: '/' };

export {};
