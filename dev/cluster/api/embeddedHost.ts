import type {
  AdmissionHandler,
  AdmissionRequest,
  ClusterHost,
  ExecHandler,
  LogHandler,
  ResourceType,
  StoredObject,
  StreamHandler,
  SubresourceHandler,
  SubresourceListing,
  User,
} from '../contract';
import { MemoryStore } from '../store/memoryStore';
import { crdOf } from './customResourceDefinitions';

interface RegisteredSubresource extends SubresourceListing {
  group: string;
  plural: string;
  subresource: string;
  handler: SubresourceHandler;
}

const KUBE_VIRT_LISTING: SubresourceListing = {
  versions: ['v1', 'v1alpha3'],
  kind: 'Status',
  verbs: ['update'],
};

/** Whom admission sees when a controller or a scenario writes. */
const CONTROLLER: User = { name: 'controller', groups: ['system:masters', 'system:authenticated'] };

/** The store together with everything that behaviours registered. */
export class EmbeddedHost implements ClusterHost {
  readonly store: MemoryStore;
  readonly subresources: RegisteredSubresource[] = [];
  readonly logHandlers: LogHandler[] = [];
  private readonly admission = new Map<string, AdmissionHandler[]>();
  private readonly closeHandlers: (() => void | Promise<void>)[] = [];
  private readonly streams = new Map<string, StreamHandler>();
  private exec: ExecHandler | undefined;

  constructor(store = new MemoryStore()) {
    this.store = store;
  }

  registerTypes(types: readonly ResourceType[]): void {
    this.store.registerTypes(types);
    for (const type of types.filter(({ custom }) => custom)) {
      this.store.create('customresourcedefinitions', crdOf(type));
    }
  }

  onAdmission(plural: string, handler: AdmissionHandler): void {
    this.admission.set(plural, [...(this.admission.get(plural) ?? []), handler]);
  }

  onSubresource(
    group: string,
    plural: string,
    subresource: string,
    handler: SubresourceHandler,
    listing = KUBE_VIRT_LISTING,
  ): void {
    this.subresources.push({ group, plural, subresource, handler, ...listing });
  }

  /** The handler of a version, or of any version. */
  findSubresource(
    group: string,
    plural: string,
    subresource: string,
    version?: string,
  ): SubresourceHandler | undefined {
    return this.subresources.find(
      (known) =>
        known.group === group &&
        known.plural === plural &&
        known.subresource === subresource &&
        (version === undefined || known.versions.includes(version)),
    )?.handler;
  }

  onStream(group: string, plural: string, subresource: string, handler: StreamHandler): void {
    this.streams.set(`${group}/${plural}/${subresource}`, handler);
  }

  findStream(group: string, plural: string, subresource: string): StreamHandler | undefined {
    return this.streams.get(`${group}/${plural}/${subresource}`);
  }

  onExec(handler: ExecHandler): void {
    this.exec = handler;
  }

  execHandler(): ExecHandler | undefined {
    return this.exec;
  }

  onLog(handler: LogHandler): void {
    this.logHandlers.push(handler);
  }

  onClose(handler: () => void | Promise<void>): void {
    this.closeHandlers.push(handler);
  }

  /** Runs the admission handlers in order; each gets the object as the previous one returned it. */
  admit(request: AdmissionRequest): StoredObject | undefined {
    return (this.admission.get(request.type.plural) ?? []).reduce<StoredObject | undefined>(
      (object, handler) => handler({ ...request, object }) ?? object,
      request.object,
    );
  }

  createAdmitted(plural: string, object: StoredObject): StoredObject {
    return this.store.create(plural, this.admitController('CREATE', plural, object, undefined));
  }

  updateAdmitted(plural: string, object: StoredObject): StoredObject {
    const { namespace, name } = object.metadata;
    const oldObject = this.store.get(plural, namespace, name);
    return this.store.update(plural, this.admitController('UPDATE', plural, object, oldObject));
  }

  private admitController(
    operation: 'CREATE' | 'UPDATE',
    plural: string,
    object: StoredObject,
    oldObject: StoredObject | undefined,
  ): StoredObject {
    const { namespace, name } = object.metadata;
    const { type } = this.store.collection(plural);
    const request = { operation, type, namespace, name, object, oldObject, user: CONTROLLER, dryRun: false };
    return this.admit(request) ?? object;
  }

  /** Runs every close handler, even if one of them fails; then rejects with the first failure. */
  async close(): Promise<void> {
    const results = await Promise.allSettled(this.closeHandlers.map(async (handler) => handler()));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined) {
      throw failed.reason;
    }
  }
}
