import { absConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Abs.js'
import { acosConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Acos.js'
import { acoshConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Acosh.js'
import { addConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Add.js'
import { addNConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/AddN.js'
import { allConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/All.js'
import { anyConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Any.js'
import { argMaxConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/ArgMax.js'
import { argMinConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/ArgMin.js'
import { asinConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Asin.js'
import { asinhConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Asinh.js'
import { atanConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Atan.js'
import { atan2Config } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Atan2.js'
import { atanhConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Atanh.js'
import { batchMatMulConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/BatchMatMul.js'
import { castConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Cast.js'
import { ceilConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Ceil.js'
import { clipByValueConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/ClipByValue.js'
import { concatConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Concat.js'
import { cosConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Cos.js'
import { coshConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Cosh.js'
import { cumprodConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Cumprod.js'
import { cumsumConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Cumsum.js'
import { eluConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Elu.js'
import { eluGradConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/EluGrad.js'
import { equalConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Equal.js'
import { erfConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Erf.js'
import { expConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Exp.js'
import { expandDimsConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/ExpandDims.js'
import { expm1Config } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Expm1.js'
import { fillConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Fill.js'
import { floorConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Floor.js'
import { floorDivConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/FloorDiv.js'
import { gatherV2Config } from '@tensorflow/tfjs-backend-cpu/dist/kernels/GatherV2.js'
import { greaterConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Greater.js'
import { greaterEqualConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/GreaterEqual.js'
import { identityConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Identity.js'
import { isFiniteConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/IsFinite.js'
import { isInfConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/IsInf.js'
import { isNaNConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/IsNaN.js'
import { leakyReluConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/LeakyRelu.js'
import { lessConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Less.js'
import { lessEqualConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/LessEqual.js'
import { linSpaceConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/LinSpace.js'
import { logConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Log.js'
import { log1pConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Log1p.js'
import { logicalAndConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/LogicalAnd.js'
import { logicalNotConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/LogicalNot.js'
import { logicalOrConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/LogicalOr.js'
import { maxConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Max.js'
import { maximumConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Maximum.js'
import { meanConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Mean.js'
import { minConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Min.js'
import { minimumConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Minimum.js'
import { modConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Mod.js'
import { multiplyConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Multiply.js'
import { negConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Neg.js'
import { notEqualConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/NotEqual.js'
import { oneHotConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/OneHot.js'
import { onesLikeConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/OnesLike.js'
import { packConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Pack.js'
import { padV2Config } from '@tensorflow/tfjs-backend-cpu/dist/kernels/PadV2.js'
import { powConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Pow.js'
import { preluConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Prelu.js'
import { prodConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Prod.js'
import { rangeConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Range.js'
import { realDivConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/RealDiv.js'
import { reciprocalConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Reciprocal.js'
import { reluConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Relu.js'
import { relu6Config } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Relu6.js'
import { reshapeConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Reshape.js'
import { reverseConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Reverse.js'
import { roundConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Round.js'
import { rsqrtConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Rsqrt.js'
import { selectConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Select.js'
import { seluConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Selu.js'
import { sigmoidConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Sigmoid.js'
import { signConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Sign.js'
import { sinConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Sin.js'
import { sinhConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Sinh.js'
import { sliceConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Slice.js'
import { softmaxConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Softmax.js'
import { softplusConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Softplus.js'
import { splitVConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/SplitV.js'
import { sqrtConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Sqrt.js'
import { squareConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Square.js'
import { squaredDifferenceConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/SquaredDifference.js'
import { stepConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Step.js'
import { subConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Sub.js'
import { sumConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Sum.js'
import { tanConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Tan.js'
import { tanhConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Tanh.js'
import { tileConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Tile.js'
import { transposeConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Transpose.js'
import { unpackConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Unpack.js'
import { unsortedSegmentSumConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/UnsortedSegmentSum.js'
import { zerosLikeConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/ZerosLike.js'
import type { KernelConfig } from '@tensorflow/tfjs-core'

/** The CPU kernels that the graphs, their gradients and a submission's tensor operations can reach. */
export const CPU_KERNELS: readonly KernelConfig[] = [
  absConfig,
  acosConfig,
  acoshConfig,
  addConfig,
  addNConfig,
  allConfig,
  anyConfig,
  argMaxConfig,
  argMinConfig,
  asinConfig,
  asinhConfig,
  atan2Config,
  atanConfig,
  atanhConfig,
  batchMatMulConfig,
  castConfig,
  ceilConfig,
  clipByValueConfig,
  concatConfig,
  cosConfig,
  coshConfig,
  cumprodConfig,
  cumsumConfig,
  eluConfig,
  eluGradConfig,
  equalConfig,
  erfConfig,
  expandDimsConfig,
  expConfig,
  expm1Config,
  fillConfig,
  floorConfig,
  floorDivConfig,
  gatherV2Config,
  greaterConfig,
  greaterEqualConfig,
  identityConfig,
  isFiniteConfig,
  isInfConfig,
  isNaNConfig,
  leakyReluConfig,
  lessConfig,
  lessEqualConfig,
  linSpaceConfig,
  log1pConfig,
  logConfig,
  logicalAndConfig,
  logicalNotConfig,
  logicalOrConfig,
  maxConfig,
  maximumConfig,
  meanConfig,
  minConfig,
  minimumConfig,
  modConfig,
  multiplyConfig,
  negConfig,
  notEqualConfig,
  oneHotConfig,
  onesLikeConfig,
  packConfig,
  padV2Config,
  powConfig,
  preluConfig,
  prodConfig,
  rangeConfig,
  realDivConfig,
  reciprocalConfig,
  relu6Config,
  reluConfig,
  reshapeConfig,
  reverseConfig,
  roundConfig,
  rsqrtConfig,
  selectConfig,
  seluConfig,
  sigmoidConfig,
  signConfig,
  sinConfig,
  sinhConfig,
  sliceConfig,
  softmaxConfig,
  softplusConfig,
  splitVConfig,
  sqrtConfig,
  squareConfig,
  squaredDifferenceConfig,
  stepConfig,
  subConfig,
  sumConfig,
  tanConfig,
  tanhConfig,
  tileConfig,
  transposeConfig,
  unpackConfig,
  unsortedSegmentSumConfig,
  zerosLikeConfig,
]
