/**
 * KubeVirt's DomainSpec: what it reads from a script's result, in the order in which it writes it. All else is lost between
 * two calls. Source: pkg/virt-launcher/virtwrap/api/schema.go of KubeVirt 1.3 to 1.9, compared.
 *
 * A line is a type with its fields. `@x`: an attribute; `#`: the element's own text; others: child elements, with `=T`
 * of type T, else with text only. `*`: a list; of other fields the last one counts. `!`: written even if it is empty.
 * `~6`: from KubeVirt 1.6 on; `~-8`: until 1.8. qemu:commandline has a field all the time, but it is only read since
 * kubevirt#18460, which is not in 1.9.
 */
export const DOMAIN_SPEC = `
Domain: @type! @xmlns:qemu name! uuid memory!=Memory currentMemory=Memory maxMemory=MaxMemory
  memoryBacking=MemoryBacking os!=OS sysinfo=SysInfo devices!=Devices clock=Clock resource=Resource
  qemu:commandline=Commandline~10 metadata!=Metadata features=Features cpu!=CPU vcpu=VCPU vcpus=VCPUs
  cputune=CPUTune numatune=NUMATune iothreads=IOThreads launchSecurity=LaunchSecurity on_reboot~8
  iommufd=IOMMUFD~9
Memory: #=uint64 @unit!
MaxMemory: #=uint64 @unit! @slots!=uint64
MemoryBacking: hugepages=HugePages source=MemoryBackingSource access=MemoryBackingAccess
  allocation=MemoryAllocation nosharepages=NoSharePages
HugePages: page*=HugePage
HugePage: @size! @unit! @nodeset!
MemoryBackingSource: @type!
MemoryBackingAccess: @mode!
MemoryAllocation: @mode!
NoSharePages:
OS: @firmware~9 firmware=FirmwareInfo~9 type!=OSType acpi=OSACPI smbios=SMBios boot*=Boot bootmenu=BootMenu
  bios=BIOS loader=Loader nvram=NVRam kernel initrd cmdline
FirmwareInfo: feature*=FirmwareFeature
FirmwareFeature: @enabled! @name!
OSType: # @arch @machine
OSACPI: table*=ACPITable
ACPITable: # @type
SMBios: @mode!
Boot: @dev!
BootMenu: @enable! @timeout=uint
BIOS: @useserial
Loader: @readonly @secure @type #
NVRam: @template @format~9 #
SysInfo: @type! system!=Entries bios!=Entries baseBoard!=Entries chassis!=Entries
Entry: @name! #
Devices: emulator interface*=Interface channel*=Channel hostdev*=HostDevice panic*=PanicDevice~6
  controller*=Controller video*=Video graphics*=Graphics memballoon=MemBalloon disk*=Disk input*=Input
  serial*=Serial console*=Console watchdog*=Watchdog rng=Rng filesystem*=FilesystemDevice
  redirdev*=RedirectedDevice sound*=SoundCard tpm*=TPM vsock=VSOCK memory=MemoryDevice iommu*=IOMMUDevice~9
Interface: address=Address @type! @trustGuestRxFilters source!=InterfaceSource target=InterfaceTarget
  model=Model mac=MAC mtu=MTU bandwidth=BandWidth boot=BootOrder link=LinkState filterref=FilterRef
  alias=Alias driver=InterfaceDriver rom=Rom acpi=ACPI backend=InterfaceBackend
  portForward*=InterfacePortForward
Address: @type @domain @bus @slot @function @controller @target @unit @uuid @device @cssid~6 @ssid~6
  @devno~6
InterfaceSource: @network @dev @bridge @mode address=Address
InterfaceTarget: @dev! @managed
Model: @type!
MAC: @address!
MTU: @size!
BandWidth:
BootOrder: @order!=uint
LinkState: @state!
FilterRef: @filter!
Alias: @name!
InterfaceDriver: @name! @queues=uint @iommu
Rom: @enabled!
ACPI: @index!=uint
InterfaceBackend: @type @logFile
InterfacePortForward: @proto! @address @dev range*=InterfacePortForwardRange
InterfacePortForwardRange: @start!=uint @end=uint @to=uint @exclude
Channel: @type! source=ChannelSource target=ChannelTarget
ChannelSource: @mode! @path!
ChannelTarget: @name @type! @address @port=uint @state
HostDevice: source!=HostDeviceSource @type! boot=BootOrder @managed @mode @model address=Address alias=Alias
  @display @ramfb driver=HostDevDriver~9 acpi=ACPIHostDev~9
HostDeviceSource: address=Address
HostDevDriver: @iommufd
ACPIHostDev: @nodeset
PanicDevice: @model
Controller: @type! @index! @model driver=ControllerDriver alias=Alias address=Address pcihole64=PCIHole64~6
  target=ControllerTarget~8
ControllerDriver: @iothread=uint @queues=uint @iommu
PCIHole64: #=uint @unit
ControllerTarget: @hotplug~10 @busNr=uint32 node=uint32
Video: model!=VideoModel
VideoModel: @type! @heads=uint @ram=uint @vram=uint @vgamem=uint
Graphics: @autoport @defaultMode listen=GraphicsListen @passwdValidTo @port=int32 @tlsPort=int @type!
GraphicsListen: @type! @address @newtork @socket
MemBalloon: @model! stats=Stats address=Address driver=MemBalloonDriver @freePageReporting
Stats: @period!=uint
MemBalloonDriver: @iommu
Disk: @device! @snapshot @type! source!=DiskSource target!=DiskTarget serial driver=DiskDriver
  readonly=ReadOnly auth=DiskAuth alias=Alias backingStore=BackingStore boot=BootOrder address=Address
  @model blockio=BlockIO filesystemOverhead capacity=int64 shareable=Shareable expandDisksEnabled=bool~-8
DiskSource: @dev @file @startupPolicy @protocol @name host=DiskSourceHost reservations=Reservations
  slices*=Slice dataStore=DataStore~7
DiskSourceHost: @name! @port
Reservations: @managed @migration~9 source=SourceReservations
SourceReservations: @type! @path @mode
Slice: slice!=SliceType
SliceType: @type! @offset!=int64 @size!=int64
DataStore: @type format=DataStoreFormat source=DiskSource
DataStoreFormat: @type!
DiskTarget: @bus @dev @tray
DiskDriver: @cache @error_policy @io @name! @type! @iothread=uint iothreads=DiskIOThreads~5 @queues=uint
  @discard @iommu
DiskIOThreads: iothread*=DiskIOThread
DiskIOThread: @id!=uint32
ReadOnly:
DiskAuth: @username! secret=DiskSecret
DiskSecret: @type! @usage @uuid
BackingStore: @type format=BackingStoreFormat source=DiskSource
BackingStoreFormat: @type!
BlockIO: @logical_block_size=uint @physical_block_size=uint @discard_granularity=uint~7
Shareable:
Input: @type! @bus! alias=Alias address=Address @model
Serial: @type! target=SerialTarget source=SerialSource alias=Alias log=SerialLog
SerialTarget: @port=uint
SerialSource: @mode @path
SerialLog: @file @append
Console: @type! target=ConsoleTarget source=ConsoleSource alias=Alias
ConsoleTarget: @type @port=uint
ConsoleSource: @mode @path
Watchdog: @model! @action! alias=Alias address=Address
Rng: @model! backend=RngBackend address=Address driver=RngDriver
RngBackend: @model! #
RngDriver: @iommu
FilesystemDevice: @type! @accessMode! source=FilesystemSource target=FilesystemTarget
  driver=FilesystemDriver binary=FilesystemBinary
FilesystemSource: @dir! @socket
FilesystemTarget: @dir
FilesystemDriver: @type! @queue
FilesystemBinary: @path @xattr cache=FilesystemBinaryCache lock=FilesystemBinaryLock
FilesystemBinaryCache: @mode
FilesystemBinaryLock: @posix @flock
RedirectedDevice: @type! @bus! source!=RedirectedDeviceSource
RedirectedDeviceSource: @mode! @path!
SoundCard: alias=Alias @model!
TPM: @model! backend!=TPMBackend
TPMBackend: @type! @version! @persistent_state
VSOCK: @model cid!=CID
CID: @auto! @address=uint32
MemoryDevice: @model! target=MemoryTarget alias=Alias address=Address
MemoryTarget: size!=Memory requested!=Memory current!=Memory node! block!=Memory address=MemoryAddress
MemoryAddress: @base!
IOMMUDevice: @model! driver=IOMMUDriver
IOMMUDriver: @pciBus @accel @ats @ril @ssidSize @oas
Clock: @offset @timezone @adjustment timer*=Timer
Timer: @name! @tickpolicy @present @track @frequency
Resource: partition!
Commandline: qemu:env*=Env qemu:arg*=Arg
Env: @name! @value!
Arg: @value!
Metadata: kubevirt!=KubeVirtMetadata
KubeVirtMetadata: uid! graceperiod=GracePeriodMetadata migration=MigrationMetadata backup=BackupMetadata~8
  accessCredential=AccessCredentialMetadata memoryDump=MemoryDumpMetadata
GracePeriodMetadata: deletionGracePeriodSeconds!=int64 deletionTimestamp markedForGracefulShutdown=bool
MigrationMetadata: uid startTimestamp endTimestamp failed=bool failureReason abortStatus mode
  completed=bool~-5
BackupMetadata: name mode skipQuiesce=bool startTimestamp endTimestamp completed=bool failed=bool backupMsg
  checkpointName volumes quiesceStatus~9
AccessCredentialMetadata: succeeded=bool message
MemoryDumpMetadata: fileName startTimestamp endTimestamp completed=bool failed=bool failureReason
Features: acpi=FeatureEnabled apic=FeatureEnabled hyperv=FeatureHyperv smm=FeatureEnabled kvm=FeatureKVM
  pvspinlock=FeaturePVSpinlock pmu=FeatureState vmport=FeatureState~5
FeatureEnabled:
FeatureHyperv: @mode relaxed=FeatureState vapic=FeatureState spinlocks=FeatureSpinlocks vpindex=FeatureState
  runtime=FeatureState synic=FeatureState stimer=SyNICTimer reset=FeatureState vendor_id=FeatureVendorID
  frequencies=FeatureState reenlightenment=FeatureState tlbflush=TLBFlush ipi=FeatureState
  evmcs=FeatureState
FeatureState: @state
FeatureSpinlocks: @state @retries=uint32
SyNICTimer: direct=FeatureState @state
FeatureVendorID: @state @value
TLBFlush: direct=FeatureState~8 extended=FeatureState~8 @state
FeatureKVM: hidden=FeatureState hint-dedicated=FeatureState
FeaturePVSpinlock: @state
CPU: @mode model feature*=CPUFeature topology=CPUTopology numa=NUMA
CPUFeature: @name! @policy
CPUTopology: @sockets=uint32 @cores=uint32 @threads=uint32
NUMA: cell*=NUMACell
NUMACell: @id! @cpus @memory=uint64 @unit @memAccess distances=NUMACellDistances~9
NUMACellDistances: sibling*=NUMACellSibling
NUMACellSibling: @id! @value!=uint64
VCPU: @placement! #=uint32
VCPUs: vcpu*=VCPUsVCPU
VCPUsVCPU: @id!=uint32 @enabled @hotpluggable @order=uint32
CPUTune: vcpupin*=CPUTuneVCPUPin iothreadpin*=CPUTuneIOThreadPin emulatorpin=CPUEmulatorPin
CPUTuneVCPUPin: @vcpu!=uint32 @cpuset!
CPUTuneIOThreadPin: @iothread!=uint32 @cpuset!
CPUEmulatorPin: @cpuset!
NUMATune: memory!=NumaTuneMemory memnode*=MemNode
NumaTuneMemory: @mode! @nodeset!
MemNode: @cellid!=uint32 @mode! @nodeset!
IOThreads: #=uint
LaunchSecurity: @type! dhCert session cbitpos reducedPhysBits policy quoteGenerationService=QGS~9
QGS: @path
IOMMUFD: @enabled! @fdgroup
Entries: entry*=Entry
`;
