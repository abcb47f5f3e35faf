import { UserError } from '../base/userError';

const isPortTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EADDRINUSE';

/** Turns a port conflict into a UserError that names the option for another port. */
export const orPortTaken = async <T>(option: string, port: number, starting: Promise<T>): Promise<T> => {
  try {
    return await starting;
  } catch (error) {
    throw isPortTaken(error)
      ? new UserError(`Port ${port} is in use. Choose another with ${option} PORT.`)
      : error;
  }
};
